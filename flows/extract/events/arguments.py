"""Who fills the slots of an event's frame: its subject, object, prepositional phrases, "su" and nationality."""

import re
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from flows.extract.events.clitics import DATIVE, whom_clitic_means
from flows.extract.events.impersonal import is_unsaid
from flows.extract.events.lexicon import Entry, word_list
from flows.extract.events.light_verbs import carrying_participles, container, doer_after, is_carrying, light_verb
from flows.extract.events.misread_subjects import can_be_subject
from flows.extract.events.names import Referent
from flows.extract.events.possessors import possessor
from flows.extract.events.referents import Referents
from flows.extract.events.stated_subjects import stated_subject
from flows.extract.events.subjects import Subjects
from flows.extract.events.syntax import (
    SUBJECTS,
    arguments,
    clause_verb,
    conjuncts,
    grammatical_number,
    has_morph,
    is_finite,
    is_passive,
    is_verb,
    lemma_of,
    preposition,
    reflexive,
)

AFTER_OBJECT = frozenset({"a", "con", "contra", "hacia", "sobre", "ante"})
"""Prepositions of a noun's argument that a parse may hang on the verb that the noun is the object of."""

RESULTING = frozenset(
    {"resultar", "quedar", "permanecer", "seguir", "continuar", "encontrar", "hallar", "estar", "ver"}
)
"""Verbs that say how somebody is: "resultó herido", "permanece detenido"."""

JUDGING = frozenset({"ACCUSE", "COERCE", "SANCTION"})
"""Types of what is done to somebody for a deed: "acusado por el ataque de Mora"."""

PERSONAL = frozenset({"de", "por", "contra"})
"""Prepositions of a person to whom an event belongs or is done, besides "a"."""

GATHERING = frozenset({"PROTEST"})
"""Types of what people do somewhere, whose nouns stand with its place: "la marcha de Lima"."""

DOERS = frozenset({"nsubj", "obj"})
"""What a parse has for who holds a meeting, where it follows the verb: "la reunión que tuvo el ministro con Mora"."""

PARTICIPLE_ENDS = ("do", "da", "dos", "das", "to", "ta", "tos", "tas")

WITH = re.compile(r" con (?:el |la |los |las )?(.+)")
"""With whom an agreement is where that is part of its name."""

NESTING = 2
"""How deep in a phrase an argument that belongs further out is looked for."""

PartiesOf = Callable[[Token, Entry], tuple[Sequence[Referent], Sequence[Referent]]]
"""Who does and who receives an event inside the phrase of another."""


class Arguments:
    """The slots of one trigger."""

    def __init__(
        self,
        token: Token,
        entry: Entry,
        referents: Referents,
        trigger_of: Callable[[Token], Entry | None],
        parties_of: PartiesOf,
    ) -> None:
        self.token = token
        self.referents = referents
        self.names = referents.names
        self.subjects = Subjects(referents)
        self.trigger_of = trigger_of
        self.parties_of = parties_of
        self.role = "actor"
        self.event_type = entry.event_type
        self.is_transitive = (
            entry.frame.recipient[:1] == ("obj",) and not {"se", "without_se"} & dict(entry.conditions).keys()
        )
        self.is_dative = entry.frame.recipient[:1] == ("a",)
        self.is_visit = entry.mode == "visit"
        self.is_joint = entry.frame.joint
        self.is_charge = entry.mode in ("allege", "investigate")
        self.is_personal = "poss" in entry.frame.recipient or entry.family == "resign"
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
        return self._named_in_treaty() if slot == "con" and self.is_joint else []

    def _named_in_treaty(self) -> list[Referent]:
        """With whom a treaty is by its name: "firmó el Tratado de Libre Comercio con Canadá"."""
        mentions = [self.names.named(phrase) for slot, phrase in arguments(self.token) if slot == "obj"]
        within = [WITH.search(mention.text) for mention in mentions if mention is not None]
        called = [(self.names.called(match.group(1)), match.group(1)) for match in within if match is not None]
        return [Referent(entity_id, name) for entity_id, name in called if entity_id is not None]

    def is_site(self, referent: Referent, slot: str) -> bool:
        """Whether a place is where it happened, not who receives it: "la masacre de Ayotzinapa", "ataque en Jaffa"."""
        is_where = self.is_personal or (slot == "en" and not self.is_visit)
        return is_where and self.names.is_mere_place(referent.entity_id, referent.text)

    def is_scene(self, referent: Referent, slot: str) -> bool:
        """Whether a place is where people act, not who acts: "la marcha de Chamberí", "la protesta de Londres"."""
        entity_id = referent.named_id or referent.entity_id
        entity = self.names.entity(entity_id)
        is_there = self.event_type in GATHERING and not self.is_verb and slot in ("de", "en", "subj", "poss")
        return is_there and entity.entity_type == "LOC" and not entity.is_country

    def is_held_in_city(self) -> bool:
        """Whether a noun says of a meeting only the city that it is held in: "la cumbre de Helsinki".

        Not where the city stands for a government that meets: "de Moscú y Kiev", "de Washington con Teherán".
        """
        if self.is_verb:
            return False
        phrases = [phrase for name, phrase in arguments(self.token) if name in ("de", "con", "entre")]
        parties = [self.names.as_party(each) for phrase in phrases for each in self.referents.doer(phrase)]
        return len(parties) == 1 and (parties[0].named_id is not None or self.names.is_city_state(parties[0]))

    def is_unnamed(self, slot: str) -> bool:
        """Whether a slot is filled by somebody whom the article does not name: "criticó al árbitro en Quito"."""
        wanted = {"obj": {"obj", "a"}, "a": {"obj", "a"}}.get(slot, {slot} if slot in PERSONAL else set())
        if self.passive or self.is_visit:
            return False
        phrases = [phrase for name, phrase in arguments(self.token) if name in wanted]
        return any(map(self.referents.is_unnamed, phrases)) and not any(map(self.referents.of, phrases))

    def _subject(self, used: set[int]) -> list[Referent]:
        if self.passive:
            return self._prepositional(self.token, "por", used)
        if self.is_transitive and is_unsaid(self.token):
            return []
        found = self.subjects.of(self.token, used)
        return (
            found if any(each.is_direct for each in found) else self.referents.speech.cue_speaker(self.token) or found
        )

    def _object(self, used: set[int]) -> list[Referent]:
        if self.passive:
            return self._passive_object(used)
        if self._has_matter():
            named = [self._responsible(phrase) for slot, phrase in arguments(self.token) if slot == "a"]
            whom = next(iter(named), []) or whom_clitic_means(self.token, self.referents, self.subjects, is_dative=True)
            if whom:
                return whom
        for slot, phrase in arguments(self.token):
            is_object = slot == "obj" or (
                slot == "subj"
                and (reflexive(self.token) is not None or not can_be_subject(phrase, self.token, self.referents))
            )
            if is_object and phrase.i not in used and phrase.pos_ != "PRON":
                found = self._responsible(phrase)
                if found:
                    used.add(phrase.i)
                    return found
        is_dative = self.is_dative or self.event_type == "REJECT"  # "lo rechazó": mostly a thing
        return whom_clitic_means(self.token, self.referents, self.subjects, is_dative=is_dative)

    def _has_matter(self) -> bool:
        """Whether a verb's object is what somebody else is told or blamed for: "le recriminó el traslado de presos"."""
        has_dative = any(child.lower_ in DATIVE for child in self.token.lefts) or (
            " " in self.token.lemma_ and self.token.lower_.endswith(DATIVE)
        )
        return has_dative and any(slot == "obj" and phrase.pos_ == "NOUN" for slot, phrase in arguments(self.token))

    def _passive_object(self, used: set[int]) -> list[Referent]:
        """Whom a passive is done to: its subject, the noun of a participle, or one that is left out."""
        own = stated_subject(self.token, self.referents, used)
        phrases = [phrase for slot, phrase in arguments(self.token) if slot == "obj" and _is_determined(phrase)]
        for phrase in ([own] if own is not None else []) + phrases:
            if phrase.i not in used:
                found = self._responsible(phrase)
                if found:
                    return found
        head = self.token.head
        if self.token.dep_ in ("acl", "amod"):
            return self._traveller(head) or self._responsible(head)
        if own is not None:
            return []
        if self.token.dep_ in ("xcomp", "obj", "obl") and is_verb(head) and lemma_of(head) in RESULTING:
            return self.subjects.of(head, set())
        if self.token.dep_ == "conj" and is_verb(head) and is_passive(head):
            return next((self.referents.of(p) for slot, p in arguments(head) if slot == "subj"), [])
        if is_finite(self.token):
            return self.referents.dropped.last(self.token.i, grammatical_number(self.token))
        return []

    def _traveller(self, place: Token) -> list[Referent]:
        """To whom something is done where they go: "viajó a Perú, donde será recibida"."""
        verb = clause_verb(place) if any(child.lower_ in ("donde", "adonde") for child in self.token.lefts) else None
        is_going = verb is not None and lemma_of(verb) in word_list("referents")["moving_verbs"]
        people = self.subjects.of(verb, set()) if verb is not None and is_going else []
        return [each for each in people if self.names.is_person(each)]

    def _possessor(self, used: set[int]) -> list[Referent]:
        return possessor(self.token, self.referents, self.subjects, self.trigger_of, is_personal=self.is_personal)

    def _nationality(self, used: set[int]) -> list[Referent]:
        found = []
        for child in self.token.children:
            if child.dep_ in ("amod", "nmod", "flat", "appos") and preposition(child) is None:
                for each in (child, *child.children):
                    if each is child or each.dep_ == "conj":
                        found += self.names.nationalities(each)
        return found

    def _accused_in_clause(self, used: set[int]) -> list[Referent]:
        """Who does what is complained of, praised or asked for: "criticó que Hungría vete la ayuda"."""
        for child in self.token.rights:
            if child.dep_ in ("ccomp", "csubj") and is_verb(child):
                slot = "por" if is_passive(child) else "subj"
                found = [
                    each for name, phrase in arguments(child) if name == slot for each in self.referents.doer(phrase)
                ]
                if found:
                    return found
        return []

    def _light_subject(self, used: set[int]) -> list[Referent]:
        light = self._light_verb()
        if light is None:
            return self._said_to_be_of() or self._thrown(used)
        if light[1]:
            return []
        verb = light[0]
        if is_passive(verb):
            return self._prepositional(verb, "por", used)
        if self.token.dep_ in SUBJECTS and verb.i == self.token.head.i:
            return self._name_beside(verb, used)
        after = doer_after(verb) if verb.head.i == self.token.i else None
        return self.referents.doer(after) if after is not None else self.subjects.of(verb, used)

    def _name_beside(self, verb: Token, used: set[int]) -> list[Referent]:
        """The name right after a headline's verb, of which a parse takes the noun for the subject: "Pide Perú paz"."""
        own = stated_subject(verb, self.referents, {*used, self.token.i})
        return self.referents.of(own) if own is not None and own.i == verb.i + 1 and self.names.named(own) else []

    def _said_to_be_of(self) -> list[Referent]:
        """Of whom a noun is said to be: "las felicitaciones son por parte de la FIFA"."""
        head = self.token.head
        is_said = self.token.dep_ in SUBJECTS and not is_verb(head) and preposition(head) in ("por", "de")
        return self.referents.of(head) if is_said else []

    def _thrown(self, used: set[int]) -> list[Referent]:
        """Who does something with what a noun says: "respondió con acusaciones de fraude"."""
        verb = self.token.head
        is_bare = not any(child.dep_ in ("det", "nummod") for child in self.token.lefts)
        is_means = self.token.dep_ == "obl" and preposition(self.token) == "con" and is_bare
        return self.subjects.of(verb, used) if is_means and is_verb(verb) and not is_passive(verb) else []

    def _light_verb(self) -> tuple[Token, bool] | None:
        return light_verb(self.token, is_joint=self.is_joint, is_charge=self.is_charge)

    def _light_recipient(self, used: set[int]) -> list[Referent]:
        light = self._light_verb()
        if light is None:
            return []
        verb, is_reversed = light
        if is_reversed:
            return self.subjects.of(verb, set())
        for slot, phrase in arguments(verb):
            if slot in ("a", "contra", "para") and phrase.i not in used:
                found = self._responsible(phrase)
                if found:
                    return found
        felt = [each for slot, phrase in arguments(self.token) if slot == "por" for each in self._responsible(phrase)]
        return whom_clitic_means(verb, self.referents, self.subjects, is_dative=True) or felt

    def _heads(self, slot: str) -> Iterator[Token]:
        """Where a prepositional argument of the trigger may hang: on itself, or wrongly on a phrase inside it.

        "entrega de armas estadounidenses a Ucrania", "busca apoyo de China", "las sanciones impuestas por Occidente".
        """
        yield self.token
        through = {"obj", "de", "ante"} if self.is_verb else {"de", "ante"}
        through |= {"subj"} if self.is_joint and slot == "con" else set()  # "se reunió el ministro de Perú con Mora"
        if slot == "de" and not self.is_verb:
            through = set()
        layer = [self.token]
        for _ in range(NESTING):
            layer = [
                each
                for head in layer
                for name, phrase in arguments(head)
                if name in through and phrase.i > head.i
                for each in conjuncts(phrase)
                if self._is_open(each, slot)
            ]
            yield from layer
        if not self.is_verb and self.token.dep_ == "obj" and (slot in AFTER_OBJECT or (slot == "en" and self.is_visit)):
            yield self.token.head  # "remarcó el apoyo del FMI a las reformas", "sigue su gira en Perú"
        light = None if self.is_verb else self._light_verb()
        if light is not None and light[0].head.i == self.token.i and slot in AFTER_OBJECT:
            yield light[0]  # "la reunión que tuvo con Mora"
            yield from (child for child in light[0].rights if self.is_joint and child.dep_ in DOERS)
        outer = self.token if self.is_verb else container(self.token)
        if outer.i != self.token.i:
            yield outer  # "una carta de felicitación de parte de Mora"
            yield from filter(is_carrying, outer.rights)
        if not self.is_verb:
            yield from carrying_participles(self.token)
            yield from self._held_participles(slot)

    def _held_participles(self, slot: str) -> Iterator[Token]:
        """What else says of a meeting that it is held or to be held: "la reunión prevista entre Mora y Gil"."""
        if self.is_joint and slot in ("con", "entre"):
            for child in self.token.rights:
                if child.dep_ in ("amod", "acl") and child.lower_.endswith(PARTICIPLE_ENDS) and not is_carrying(child):
                    yield child

    def _is_open(self, phrase: Token, slot: str) -> bool:
        """Whether an argument of a verb may hang on its object: on a thing, and only "de" on what is itself done."""
        if not self.is_verb:
            return True
        named = self.names.named(phrase)
        if named is not None:
            return named.mention_type == "MISC"
        inner = self.trigger_of(phrase)
        return slot in ("de", "desde", "por", "en") or inner is None or inner.event_type == self.event_type

    def _prepositional(self, head: Token, slot: str, used: set[int]) -> list[Referent]:
        found: list[Referent] = []
        for name, phrase in arguments(head):
            if (
                name == slot
                and phrase.i not in used
                and self._is_behind(head, phrase)
                and not self._is_route(phrase, slot)
            ):
                is_agent = slot == "por" and self.role == "actor"
                referents = self._agent(phrase) if is_agent else self._responsible(phrase)
                if referents:
                    used.add(phrase.i)
                    found += referents
        if not found and slot == "por" and self.passive:
            found = self._stray_agent(used)
        return found

    def _is_behind(self, head: Token, phrase: Token) -> bool:
        """Whether a phrase stands where an argument does: not "de gira por Perú" before the verb."""
        if self.is_verb and preposition(phrase) == "de" and phrase.i < self.token.i:
            return False
        return not (head.i < self.token.i and phrase.i < self.token.i)

    def _is_route(self, phrase: Token, slot: str) -> bool:
        """Whether "por" says where one goes or for whom one does it: "gira por Perú", "pedido de justicia por Ana"."""
        is_noun = not self.is_verb and slot == "por" and self.role == "actor"
        light = self._light_verb() if is_noun else None
        is_felt = light is not None and not light[1] and not is_passive(light[0])
        is_felt |= is_noun and self.event_type in ("REQUEST", "PROTEST") and phrase.head.i == self.token.i
        is_agent = is_carrying(phrase.head) or any(child.lower_ == "parte" for child in phrase.subtree)
        return slot == "por" and (self.is_visit or is_felt) and not is_agent

    def _stray_agent(self, used: set[int]) -> list[Referent]:
        """The "por" phrase of a passive that the parse hung elsewhere: "detenidas tres personas por la Policía"."""
        end = min(self.token.sent.end, self.token.i + 15)
        for i in range(self.token.i + 1, end):
            word = self.token.doc[i]
            if word.lower_ == "por" and word.dep_ == "case" and word.head.i not in used and self._is_own(word.head):
                found = self._agent(word.head)
                if found or self.referents.is_unnamed(word.head):
                    return found
        return []

    def _is_own(self, agent: Token) -> bool:
        """Whether a "por" phrase is of no other participle: "imputado en la red dirigida por Mora"."""
        own = (self.token, self.token.head, *self.token.conjuncts)
        return self.event_type not in JUDGING or not has_morph(agent.head, "VerbForm=Part") or agent.head in own

    def _agent(self, phrase: Token) -> list[Referent]:
        """Who does what is done "por" a phrase; of an order or a weapon whose it is: "por disparos de la Policía"."""
        is_means = lemma_of(phrase) in word_list("referents")["means"]
        return self.referents.of(phrase) if is_means else self.referents.doer(phrase)

    def _responsible(self, phrase: Token) -> list[Referent]:
        """Whom a phrase stands for; of an event its actors ("condenó la invasión rusa")."""
        entry = None if self.names.named(phrase) else self.trigger_of(phrase)
        is_by = self.role == "actor" and preposition(phrase) == "por"
        if is_by and (entry is None or self.event_type in JUDGING):
            return self.referents.doer(phrase) if entry is None else []  # "detenido por el crimen de Mora"
        if entry is not None:
            actors, recipients = self.parties_of(phrase, entry)
            if self.is_visit and self.role == "recipient":
                return []  # "la visita, en la gira de Mora"
            if actors:
                return list(actors)
            if recipients and self.role == "recipient":
                return list(recipients)
            if self.role == "actor" and not self.is_verb:
                return []  # "el suministro de ayuda a Ucrania" is not Ukraine's
        return self.referents.of(phrase)


def _is_determined(phrase: Token) -> bool:
    """Whether a phrase is somebody, not what somebody is made: "fue elegido candidato"."""
    return phrase.pos_ == "PROPN" or any(child.dep_ in ("det", "case", "nummod") for child in phrase.lefts)
