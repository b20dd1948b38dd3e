"""Who takes part in an event: the actors and recipients of a trigger, by its argument frame."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from flows.extract.event_lexicon import Entry, word_list
from flows.extract.event_referents import Referent, Referents
from flows.extract.event_syntax import (
    SUBJECTS,
    arguments,
    clause_verb,
    grammatical_number,
    grammatical_person,
    has_morph,
    is_finite,
    is_passive,
    is_verb,
    lemma_of,
    preposition,
    reflexive,
)

RECIPROCAL = frozenset({"mutuo", "mutua", "mutuos", "mutuas", "mutuamente", "recíproco", "recíproca"})
AFTER_OBJECT = frozenset({"a", "con", "contra", "hacia", "sobre", "ante"})
"""Prepositions of a noun's argument that a parse may hang on the verb that the noun is the object of."""

MEETING_PREPOSITIONS = frozenset({"tras", "luego", "después", "durante", "en"})

NESTING = 2
"""How deep in a phrase an argument that belongs further out is looked for."""

FIRST_PERSON_CLITICS = frozenset({"me", "nos"})
OBJECT_CLITICS = {"lo": "Sing", "la": "Sing", "le": "Sing", "los": "Plur", "las": "Plur", "les": "Plur"}


@dataclass(frozen=True, slots=True)
class Participants:
    """Who does an event and who receives it."""

    actors: tuple[Referent, ...]
    recipients: tuple[Referent, ...]


def find_participants(
    token: Token, entry: Entry, referents: Referents, trigger_of: Callable[[Token], Entry | None]
) -> Participants:
    """Find the actors and recipients of a trigger.

    Args:
        token: the trigger.
        entry: how it is read.
        referents: what the article's phrases stand for.
        trigger_of: the reading of a word that is itself a trigger; "condenó la visita de Putin" is against Putin.
    """
    reader = _Arguments(token, entry, referents, trigger_of)
    frame = entry.frame
    actors: dict[str, Referent] = {}
    used: set[int] = set()
    for slot in frame.actor:
        found = reader.fill(slot, used)
        for each in map(referents.as_party, found):
            if referents.can_act(each) or (frame.joint and referents.is_gathering(each)):
                actors.setdefault(each.entity_id, each)
        if actors and not frame.joint:
            break
    if is_reciprocal(token):
        return _each_other(tuple(actors.values()) or tuple(referents.last_pair(token.i)), entry)
    recipients: list[Referent] = []
    for slot in frame.recipient:
        found = [referents.as_party(each) for each in reader.fill(slot, used)]
        recipients = [each for each in found if each.entity_id not in actors and referents.can_act(each)]
        if recipients:
            break
    return Participants(tuple(actors.values()), tuple(recipients))


def shared_subject(token: Token, referents: Referents) -> Participants:
    """The parties of a bare meeting by the clause that it stands in: "tras la reunión, Lula y Petro hablaron"."""
    verb = clause_verb(token)
    if verb is None or preposition(token) not in MEETING_PREPOSITIONS:
        return Participants((), ())
    subjects = [each for slot, phrase in arguments(verb) if slot == "subj" for each in referents.doer(phrase)]
    return Participants(tuple(subjects) if len(subjects) > 1 else (), ())


def is_reciprocal(token: Token) -> bool:
    """Whether parties do it to each other: "asistencia mutua", "se apoyan mutuamente", "irían a la guerra entre sí"."""
    words = {child.lower_ for child in token.children}
    if not words.isdisjoint(RECIPROCAL):
        return True
    after = " ".join(word.lower_ for word in token.doc[token.i + 1 : token.i + 4])
    return "entre sí" in after or after.startswith("mutuamente")


def _each_other(parties: tuple[Referent, ...], entry: Entry) -> Participants:
    """Who does something to each other: all are actors, of help all are also its recipients."""
    return Participants(parties, parties if entry.event_type == "AID" and len(parties) > 1 else ())


class _Arguments:
    """The slots of one trigger."""

    def __init__(
        self, token: Token, entry: Entry, referents: Referents, trigger_of: Callable[[Token], Entry | None]
    ) -> None:
        self.token = token
        self.referents = referents
        self.trigger_of = trigger_of
        self.is_verb = entry.part_of_speech != "noun"
        self.passive = entry.part_of_speech == "verb" and is_passive(token)

    def fill(self, slot: str, used: set[int]) -> list[Referent]:
        """Who fills a slot; phrases that lead to somebody are marked as used."""
        special = {
            "subj": self._subject if self.is_verb else self._light_subject,
            "obj": self._object,
            "poss": self._possessor,
            "demonym": self._nationality,
            "iobj": self._light_recipient,
            "clause": self._accused_in_clause,
        }
        if slot in special:
            return special[slot](used)
        for head in self._heads(slot):
            found = self._prepositional(head, slot, used)
            if found:
                return found
        return []

    def _heads(self, slot: str) -> Iterator[Token]:
        """Where a prepositional argument of the trigger may hang: on itself, or wrongly on a phrase inside it.

        "entrega de armas estadounidenses a Ucrania", "busca apoyo de China", "las sanciones impuestas por Occidente".
        """
        yield self.token
        through = {"obj", "de"} if self.is_verb else {"de"}
        if slot == "de" and not self.is_verb:
            through = set()
        layer = [self.token]
        for _ in range(NESTING):
            layer = [
                phrase
                for head in layer
                for name, phrase in arguments(head)
                if name in through and phrase.i > head.i and (not self.is_verb or self.referents.named(phrase) is None)
            ]
            yield from layer
        if not self.is_verb and self.token.dep_ == "obj" and slot in AFTER_OBJECT:
            yield self.token.head  # "remarcó el apoyo del FMI a las reformas"
        if not self.is_verb:
            yield from (c for c in self.token.rights if has_morph(c, "VerbForm=Part") and c.dep_ in ("amod", "acl"))

    def _prepositional(self, head: Token, slot: str, used: set[int]) -> list[Referent]:
        found: list[Referent] = []
        for name, phrase in arguments(head):
            if name == slot and phrase.i not in used and not (head.i < self.token.i and phrase.i < self.token.i):
                referents = self._responsible(phrase)
                if referents:
                    used.add(phrase.i)
                    found += referents
        if not found and slot == "por" and self.passive:
            found = self._stray_agent(used)
        return found

    def _stray_agent(self, used: set[int]) -> list[Referent]:
        """The "por" phrase of a passive that the parse hung elsewhere: "detenidas tres personas por la Policía"."""
        end = min(self.token.sent.end, self.token.i + 15)
        for i in range(self.token.i + 1, end):
            word = self.token.doc[i]
            if word.lower_ == "por" and word.dep_ == "case" and word.head.i not in used:
                return self._responsible(word.head)
        return []

    def _responsible(self, phrase: Token) -> list[Referent]:
        """Whom a phrase stands for; of an event its actors ("condenó la invasión rusa")."""
        entry = None if self.referents.named(phrase) else self.trigger_of(phrase)
        if entry is not None:
            inner = find_participants(phrase, entry, self.referents, lambda token: None)
            if inner.actors:
                return list(inner.actors)
            if inner.recipients:
                return list(inner.recipients)
        return self.referents.of(phrase)

    def _subject(self, used: set[int]) -> list[Referent]:
        if self.passive:
            return self._prepositional(self.token, "por", used)
        return self._subject_of(self.token, used, 0)

    def _subject_of(self, verb: Token, used: set[int], depth: int) -> list[Referent]:
        """The subject of an active verb: its own, that of the verb that it hangs on, or one that is left out."""
        for slot, phrase in arguments(verb):
            if slot == "subj" and phrase.i not in used:
                if (
                    reflexive(verb)
                    and phrase.i > verb.i
                    and not self.referents.named(phrase)
                    and self._is_thing(phrase)
                ):
                    return []  # "se impusieron sanciones"
                used.add(phrase.i)
                return self.referents.doer(phrase)
        inherited = self._inherited_subject(verb, used, depth)
        if inherited is not None:
            return inherited
        if not is_finite(verb):
            return []
        if grammatical_person(verb) == "1":
            return self.referents.speaker(verb)
        return self.referents.last_subject(verb.i, grammatical_number(verb))

    @staticmethod
    def _is_thing(phrase: Token) -> bool:
        return phrase.pos_ == "NOUN"

    def _inherited_subject(self, verb: Token, used: set[int], depth: int) -> list[Referent] | None:
        head = verb.head
        if depth > 4 or head.i == verb.i:
            return None
        if verb.dep_ in ("acl", "acl:relcl") and not is_verb(head):
            if not is_finite(verb):
                return self._of_noun_with_infinitive(head, used)
            return self.referents.of(head) if self._has_relative_subject(verb) else None
        if not is_verb(head):
            return None
        if (
            verb.dep_ in ("ccomp", "xcomp", "advcl", "csubj")
            and lemma_of(head) in _controllers()
            and not is_finite(verb)
        ):
            controlled = self._object_of(head)
            if controlled:
                return controlled
        if verb.dep_ == "conj" or (
            verb.dep_ in ("xcomp", "advcl", "ccomp", "aux", "mark", "obj", "obl") and not is_finite(verb)
        ):
            if is_passive(head):
                return next((self.referents.of(p) for slot, p in arguments(head) if slot == "subj"), [])
            return self._subject_of(head, used, depth + 1)
        return None

    @staticmethod
    def _has_relative_subject(verb: Token) -> bool:
        has_own = any(
            slot == "subj" for slot, phrase in arguments(verb) if phrase.lower_ not in ("que", "quien", "quienes")
        )
        return not has_own

    def _of_noun_with_infinitive(self, noun: Token, used: set[int]) -> list[Referent]:
        """Who has the noun of "su decisión de retirar", "la potestad de exigir"."""
        verb = clause_verb(noun)
        return self._subject_of(verb, used, 3) if verb is not None and verb.i != noun.i else []

    def _object_of(self, verb: Token) -> list[Referent]:
        for slot, phrase in arguments(verb):
            if slot in ("a", "obj") and self.referents.named(phrase):
                return self.referents.of(phrase)
        return []

    def _object(self, used: set[int]) -> list[Referent]:
        if self.passive:
            return self._passive_object(used)
        for slot, phrase in arguments(self.token):
            is_object = slot == "obj" or (slot == "subj" and reflexive(self.token) is not None)
            if is_object and phrase.i not in used and phrase.pos_ != "PRON":
                found = self._responsible(phrase)
                if found:
                    used.add(phrase.i)
                    return found
        return self._clitic()

    def _passive_object(self, used: set[int]) -> list[Referent]:
        for slot, phrase in arguments(self.token):
            if slot in ("subj", "obj") and phrase.i not in used:
                found = self._responsible(phrase)
                if found:
                    return found
        if self.token.dep_ in ("acl", "amod"):
            return self._responsible(self.token.head)
        if self.token.dep_ == "conj" and is_verb(self.token.head) and is_passive(self.token.head):
            return next((self.referents.of(p) for slot, p in arguments(self.token.head) if slot == "subj"), [])
        if is_finite(self.token):
            return self.referents.last_subject(self.token.i, grammatical_number(self.token))
        return []

    def _clitic(self) -> list[Referent]:
        """Whom "lo", "la", "le" stand for, before the verb or written onto it: the last one named but the subject."""
        number = None
        for child in self.token.lefts:
            if child.lower_ in OBJECT_CLITICS and child.pos_ == "PRON":
                number = OBJECT_CLITICS[child.lower_]
            if child.lower_ in FIRST_PERSON_CLITICS and child.pos_ == "PRON" and reflexive(self.token) is None:
                return self.referents.speaker(self.token)
        if number is None and " " in self.token.lemma_:
            number = next((n for form, n in OBJECT_CLITICS.items() if self.token.lower_.endswith(form)), None)
        if number is None:
            return []
        subject = {each.entity_id for each in self._subject_of(self.token, set(), 0)}
        named = self.referents.last_named(self.token.i, ("PER", "ORG"), count=3)
        return [each for each in named if each.entity_id not in subject][:1]

    def _accused_in_clause(self, used: set[int]) -> list[Referent]:
        """Who does what is complained of, praised or asked for: "criticó que Hungría vete la ayuda"."""
        for child in self.token.rights:
            if child.dep_ in ("ccomp", "csubj") and is_verb(child):
                slot = "por" if is_passive(child) else "subj"
                found = [each for name, phrase in arguments(child) if name == slot for each in self._doers(phrase)]
                if found:
                    return found
        return []

    def _doers(self, phrase: Token) -> list[Referent]:
        return self.referents.doer(phrase) if preposition(phrase) is None else self._responsible(phrase)

    def _possessor(self, used: set[int]) -> list[Referent]:
        """Whose "su visita" is: the subject of its clause, else the last one."""
        for child in self.token.lefts:
            form = child.lower_
            if form in ("su", "sus", "suyo", "suya"):
                verb = clause_verb(self.token)
                found = self._subject_of(verb, set(), 0) if verb is not None else []
                found = found or self.referents.last_subject(self.token.i, None)
                return [Referent(each.entity_id, form, is_direct=False) for each in found]
            if form in ("mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras"):
                return self.referents.speaker(self.token)
        return []

    def _nationality(self, used: set[int]) -> list[Referent]:
        found = []
        for child in self.token.children:
            if child.dep_ in ("amod", "nmod", "flat", "appos") and preposition(child) is None:
                for each in (child, *child.children):
                    nation = self.referents.nationality(each) if each is child or each.dep_ == "conj" else None
                    if nation is not None:
                        found.append(nation)
        return found

    def _light_verb(self) -> tuple[Token, bool] | None:
        """The verb that a noun does its work with, and whether its subject undergoes the noun."""
        head = self.token.head
        lists = word_list("referents")
        if is_verb(head) and self.token.dep_ in ("obj", "nsubj", "obl", "iobj"):
            lemma = lemma_of(head)
            if lemma in lists["support_verbs"]:
                return head, False
            if lemma in lists["reversed_verbs"]:
                return head, True
        return None

    def _light_subject(self, used: set[int]) -> list[Referent]:
        light = self._light_verb()
        if light is None or light[1]:
            return []
        verb = light[0]
        if is_passive(verb):
            return self._prepositional(verb, "por", used)
        if self.token.dep_ in SUBJECTS:
            return []
        return self._subject_of(verb, used, 0)

    def _light_recipient(self, used: set[int]) -> list[Referent]:
        light = self._light_verb()
        if light is None:
            return []
        verb, is_reversed = light
        if is_reversed:
            return self._subject_of(verb, set(), 0)
        for slot, phrase in arguments(verb):
            if slot in ("a", "contra", "para") and phrase.i not in used:
                found = self._responsible(phrase)
                if found:
                    return found
        return []


@cache
def _controllers() -> frozenset[str]:
    return frozenset(word_list("referents")["control_verbs"])
