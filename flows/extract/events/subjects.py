"""Who does what a verb says: its own subject, that of the verb that it hangs on, or one that is left out."""

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.names import Referent
from flows.extract.events.people import is_person
from flows.extract.events.referents import Referents
from flows.extract.events.syntax import (
    NOMINAL,
    RELATIVES,
    SUBJECTS,
    arguments,
    auxiliaries,
    clause_verb,
    grammatical_number,
    grammatical_person,
    has_morph,
    is_finite,
    is_passive,
    is_predicate,
    is_verb,
    lemma_of,
    preposition,
    reflexive,
)
from flows.extract.quotes.cue_lexicon import cue_forms

DEPTH = 4
"""How many verbs up a subject is looked for."""

CLITICS = frozenset({"lo", "la", "los", "las", "le", "les"})
PLACES = frozenset({"donde", "cuando", "adonde"})
SUBORDINATE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis"})

OBJECT_GENDERS = {"lo": "Masc", "los": "Masc", "la": "Fem", "las": "Fem", "le": "", "les": ""}

MEDIA = frozenset({"en", "para", "a", "ante"})
"""Prepositions of where something is told."""

ADJACENT = frozenset({"AUX", "PRON", "ADV"})
"""What can stand between a subject and its verb."""


DATELINE_END = re.compile(r"\.? ?[-–—(]")
"""What parts the place where a report was written from the report."""


class Subjects:
    """The subjects of the verbs of one article."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._names = referents.names

    def of(self, verb: Token, used: set[int], depth: int = 0) -> list[Referent]:
        """Whom an active verb has as its subject; words that lead to somebody are marked as used."""
        own = self.own(verb, used)
        if own is not None:
            used.add(own.i)
            return [] if self._is_done_to(verb, own) else self._referents.doer(own)
        inherited = self._inherited(verb, used, depth)
        if inherited is not None:
            return inherited
        if not is_finite(verb):
            return []
        if grammatical_person(verb) == "1":
            return self._speaker(verb, depth)
        number = grammatical_number(verb)
        body = self._speaking_body(verb, used) if number == "Plur" or _is_impersonal(verb) else []
        if body or _is_impersonal(verb):
            return body
        written = self._of_text_around(verb, number)
        if written:
            return written
        above = self._of_clause_around(verb, number)
        return self._referents.dropped.last(verb.i, number) if above is None else above

    def of_object(self, verb: Token) -> list[Referent]:
        """Whom a verb has as its personal object, where the object is named."""
        for slot, phrase in arguments(verb):
            if slot in ("a", "obj"):
                found = [each for each in self._referents.of(phrase) if each.is_direct]
                is_named = self._names.named(phrase) or preposition(phrase) == "a"
                if found and is_named:
                    return found
        return []

    def own(self, verb: Token, used: set[int]) -> Token | None:
        """The phrase that is a verb's subject; of two, as in "Mora y el pacto: México cedió", the nearer name."""
        found = [
            phrase
            for slot, phrase in arguments(verb)
            if slot == "subj" and phrase.i not in used and self.can_be_subject(phrase, verb)
        ]
        found += [
            child
            for child in verb.lefts
            if child.dep_ in SUBJECTS and child.pos_ == "VERB" and self._names.named(child)
        ]
        beside = self._name_before(verb)
        if beside is not None and beside.i not in used and (not found or found[0].i < beside.i < verb.i):
            return beside
        if not found:
            return self._before_pronoun(verb, used)
        named = [phrase for phrase in found[1:] if self._referents.of(phrase)]
        is_nobody = not self._referents.of(found[0]) or self._is_dateline(found[0])
        return named[0] if named and is_nobody else next(iter(found), None)

    def _is_dateline(self, phrase: Token) -> bool:
        """Whether a place only opens a report: "LIMA.- La Fiscalía acusó a Mora"."""
        mention = self._names.named(phrase)
        text = self._names.findings.article.text
        return (
            mention is not None and mention.mention_type == "LOC" and bool(DATELINE_END.match(text, mention.char_end))
        )

    def _before_pronoun(self, verb: Token, used: set[int]) -> Token | None:
        """What is read as an object and is not the verb's pronoun: "una patrulla lo auxilió", not "la carta la"."""
        forms = [child.lower_ for child in verb.lefts if child.pos_ == "PRON" and child.lower_ in OBJECT_GENDERS]
        for slot, phrase in arguments(verb) if forms and is_finite(verb) else ():
            genders = {OBJECT_GENDERS[form] for form in forms}
            is_other = genders.isdisjoint(phrase.morph.get("Gender", []))
            if slot == "obj" and phrase.i < verb.i and phrase.i not in used and phrase.pos_ == "NOUN" and is_other:
                return phrase
        return None

    def can_be_subject(self, phrase: Token, verb: Token) -> bool:
        """Whether what a parse has for a subject can be one: no "que" that joins, no region after the verb.

        Nor the rest of a name after a preposition, which a parse may tear apart: "insta a Fondo Andino".
        """
        if _is_conjunction(phrase, verb) or (phrase.lower_ == "que" and self._is_of_work(verb)):
            return False
        if self._is_judged(phrase, verb):
            return False
        mention = self._names.named(phrase)
        if mention is None:
            return True
        place = phrase.i
        while place > verb.sent.start and self._names.named(verb.doc[place - 1]) == mention:
            place -= 1
        is_torn = place < phrase.i and preposition(verb.doc[place]) is not None
        is_place = phrase.i > verb.i and self._names.is_mere_place(mention.entity_id, mention.text)
        return not is_torn and not is_place

    def _is_judged(self, phrase: Token, verb: Token) -> bool:
        """Whether a thing that a parse has for the subject of a judgement is what is judged.

        "El pacto, que calificó de histórico", "en el que condena los hechos".
        """
        if lemma_of(verb) not in word_list("referents")["judging_verbs"] or is_passive(verb):
            return False
        if any(slot in ("obj", "a") and other.i != phrase.i for slot, other in arguments(verb)):
            return False
        if phrase.lower_ == "que":
            nouns = [verb.head, verb.head.head] if verb.head.dep_ in ("nmod", "flat") else [verb.head]
            is_clause = verb.dep_ in ("acl", "acl:relcl") and not any(child.dep_ == "ccomp" for child in verb.rights)
            return is_clause and any(noun.pos_ == "NOUN" and not self._referents.doer(noun) for noun in nouns)
        is_thing = phrase.pos_ == "NOUN" and self._names.named(phrase) is None and not is_person(phrase)
        return is_thing and phrase.i > verb.i and reflexive(verb) is None

    def _is_of_work(self, verb: Token) -> bool:
        """Whether a parse hung a reported clause on a work or programme: "contó en La Luna que viajará"."""
        mention, teller = self._names.named(verb.head), clause_verb(verb.head)
        is_work = mention is not None and mention.mention_type == "MISC" and preposition(verb.head) in MEDIA
        return is_work and teller is not None and teller.lower_ in cue_forms()

    def _name_before(self, verb: Token) -> Token | None:
        """A name that stands right before a verb, whatever the parse makes of it: "en la cita con Paz, Duarte habló".

        Between commas it may as well be an apposition ("con su homólogo, Luis Paz, viajó") and is left alone.
        """
        first = min([verb.i, *(child.i for child in verb.lefts if child.i >= verb.i - 4 and child.pos_ in ADJACENT)])
        last = first - 1
        has_comma = last >= 0 and verb.doc[last].text == ","
        place = last = last - has_comma
        mention = self._names.named(verb.doc[last]) if last >= verb.sent.start else None
        if mention is None:
            return None
        while place > verb.sent.start and self._names.named(verb.doc[place - 1]) == mention:
            place -= 1
        before = verb.doc[place - 1].text if place > verb.sent.start else ":"
        name = verb.doc[place : last + 1].root
        if before not in (",", ":") or preposition(name) is not None:
            return None
        return None if has_comma and before == "," and name.head.pos_ in NOMINAL else name

    def _is_done_to(self, verb: Token, phrase: Token) -> bool:
        """Whether what looks like a subject undergoes the verb: "se impusieron sanciones"; not "se reunió el juez"."""
        if lemma_of(verb) in word_list("referents")["reflexive_verbs"] and is_person(phrase):
            return False
        is_after = reflexive(verb) is not None and phrase.i > verb.i
        return is_after and phrase.pos_ == "NOUN" and not self._names.named(phrase)

    def _inherited(self, verb: Token, used: set[int], depth: int) -> list[Referent] | None:
        """The subject that a verb has from what it hangs on; None where it has none from there."""
        head = verb.head
        if depth > DEPTH or head.i == verb.i:
            return None
        if verb.dep_ in ("acl", "acl:relcl") and not is_verb(head):
            if not is_finite(verb):
                return self._of_noun_with_infinitive(verb, head, used)
            is_judged = any(self._is_judged(child, verb) for child in verb.lefts if child.lower_ == "que")
            is_relative = _has_relative_subject(verb) and not self._is_of_work(verb) and not is_judged
            return self._referents.of(head) if is_relative else None
        head = _coordinated_with(verb)
        if verb.dep_ == "conj" and self._is_headline(verb, head):
            return self._referents.of(head)
        if not is_verb(head):
            is_told_of = is_predicate(head) and not is_finite(verb)
            return self.of(head, used, depth + 1) if is_told_of else self._of_named_task(verb, head)
        if not is_finite(verb):
            controlled = self._controlled(verb, head)
            if controlled is not None:
                return controlled
        if _shares_subject(verb, head):
            if is_passive(head):
                return next((self._referents.doer(p) for slot, p in arguments(head) if slot == "subj"), [])
            return self.of(head, used, depth + 1)
        return self._of_body_in_plural(verb, head, used, depth)

    def _is_headline(self, verb: Token, head: Token) -> bool:
        """Whether a verb is coordinated with one that a parse took for part of a name: "FARC felicita a X y pide"."""
        return is_finite(verb) and head.dep_ == "ROOT" and head.i == head.sent.start and bool(self._names.named(head))

    def _of_named_task(self, verb: Token, head: Token) -> list[Referent] | None:
        """Who is charged with what a verb says: "la comisión encargada de investigar"."""
        is_task = not is_finite(verb) and head.dep_ in ("amod", "acl") and has_morph(head, "VerbForm=Part")
        return self._referents.doer(head.head) if is_task else None

    def _of_body_in_plural(self, verb: Token, head: Token, used: set[int], depth: int) -> list[Referent] | None:
        """The body that a verb in the plural goes on telling of: "la guerrilla felicitó a Mora y le pidieron"."""
        if verb.dep_ != "conj" or grammatical_number(verb) != "Plur" or grammatical_number(head) != "Sing":
            return None
        who = self.of(head, used, depth + 1)
        return who if self._is_body(who) else None

    def _controlled(self, verb: Token, head: Token) -> list[Referent] | None:
        """Who does what one is asked or blamed for: "pidió a Perú votar", "los acusó por pedir"; None for others."""
        if _is_subject_clause(verb, head):
            return []
        objects = [] if _is_purpose_for_whom(verb, head) else self.of_object(head)
        if verb.dep_ in ("csubj", "ccomp", "xcomp") and is_felt(head):
            return objects
        if verb.dep_ in ("ccomp", "xcomp", "advcl", "csubj") and lemma_of(head) in _controllers() and objects:
            return objects
        is_reason = _introducer(verb) == "por" and (objects or self._has_person_object(head))
        return objects if is_reason else None

    def _has_person_object(self, verb: Token) -> bool:
        """Whether a verb is done to somebody unnamed: "los multó", "multó a los convocantes"."""
        if any(slot == "a" and self._referents.is_unnamed(phrase) for slot, phrase in arguments(verb)):
            return True
        return any(child.lower_ in CLITICS and child.pos_ == "PRON" for child in verb.lefts)

    def _of_noun_with_infinitive(self, infinitive: Token, noun: Token, used: set[int]) -> list[Referent]:
        """Who has the noun of "su decisión de retirar"; of "un pacto pendiente de recibir" the noun itself."""
        before = infinitive.doc[max(0, infinitive.left_edge.i - 1)]
        if before.pos_ == "ADJ" and before.head.i == noun.i != before.i:
            return self._referents.doer(noun)
        owners = [phrase for slot, phrase in arguments(noun) if slot == "de" and noun.i < phrase.i < infinitive.i]
        if owners and lemma_of(noun) in word_list("referents")["intentions"]:
            return self._referents.of(owners[0])  # "la decisión de Bolivia de no recibir a Mora"
        if is_predicate(noun):
            return self.of(noun, used, DEPTH - 1)  # "Perú fue el primero en atacar"
        verb = clause_verb(noun)
        return self.of(verb, used, DEPTH - 1) if verb is not None and verb.i != noun.i else []

    def _speaker(self, verb: Token, depth: int) -> list[Referent]:
        """Who says "pido": the speaker of the words around, or the subject of the verb that reports them."""
        speaker = self._referents.speech.speaker(verb)
        cue = self._referents.speech.cue(verb)
        if speaker or cue is None or depth > DEPTH:
            return speaker
        return [replace(each, is_direct=False) for each in self.of(cue, set(), depth + 1)]

    def _speaking_body(self, verb: Token, used: set[int]) -> list[Referent]:
        """The body of "desde la Cruz Roja piden", "desde la Defensoría se ha solicitado"."""
        for slot, phrase in arguments(verb):
            named = self._names.named(phrase)
            if slot == "desde" and named is not None and named.mention_type == "ORG":
                used.add(phrase.i)
                return self._referents.of(phrase)
        return []

    def _of_text_around(self, verb: Token, number: str | None) -> list[Referent]:
        """Whose the text is that tells it: "la carta de Mora en la que acusa", "el video difundido por Mora"."""
        noun = verb.head
        is_within = verb.dep_ in ("acl", "acl:relcl") and any(
            child.lower_ == "donde" or (child.lower_ in RELATIVES and preposition(child) == "en")
            for child in verb.lefts
        )
        if not is_within or noun.pos_ != "NOUN" or is_person(noun):
            return []
        between = [child for child in noun.rights if child.i < verb.i]
        made = [phrase for child in between for slot, phrase in arguments(child) if slot == "por"]
        owners = [child for child in between if preposition(child) == "de"]
        who = [each for phrase in made or owners for each in self._referents.doer(phrase) if self._is_writer(each)]
        return [replace(each, is_direct=False) for each in who] if (len(who) > 1) == (number == "Plur") else []

    def _is_writer(self, referent: Referent) -> bool:
        return self._names.entity(referent.entity_id).entity_type in ("PER", "ORG")

    def _of_clause_around(self, verb: Token, number: str | None) -> list[Referent] | None:
        """The subject of the clause around one that leaves its own out, where it agrees; None where there is none.

        "Duarte dijo que viajará", "Perú, donde dijo que", and of a body "la FIFA anunció que prohibirán".
        """
        outer = clause_verb(verb.head) if verb.head.i != verb.i and verb.dep_ in SUBORDINATE else None
        if outer is None or outer.i == verb.i:
            return None
        for slot, phrase in arguments(outer):
            if slot == "subj" and phrase.i < verb.i and not _is_conjunction(phrase, outer):
                who = self._referents.doer(phrase)
                if not who and not self._referents.is_unnamed(phrase):
                    continue  # "El empleo cae, por lo que pidió ayuda": no thing asks
                is_plural = len(who) > 1 or grammatical_number(outer) == "Plur"
                if is_plural == (number == "Plur") or self._is_body(who):
                    return [replace(each, is_direct=False) for each in who]
        return None

    def _is_body(self, who: list[Referent]) -> bool:
        return [self._names.entity(each.entity_id).entity_type for each in who] == ["ORG"]


def is_felt(verb: Token) -> bool:
    """Whether a verb's subject is what somebody feels or has to do: "le preocupa que", "me gustaría"."""
    return lemma_of(verb) in word_list("referents")["experienced_verbs"]


def is_unsaid(verb: Token) -> bool:
    """Whether "se" leaves out who does something to somebody: "se imputó a Mora", "se convocó a los delegados"."""
    particle = reflexive(verb)
    if particle is None or particle.lower_ != "se" or grammatical_number(verb) != "Sing":
        return False
    slots = {slot for slot, phrase in arguments(verb) if phrase.lower_ not in RELATIVES}
    return "a" in slots and "subj" not in slots


def _is_conjunction(word: Token, verb: Token) -> bool:
    """Whether a "que" read as a subject joins a clause to one before: "dijo que viajará y que verá a Petro"."""
    return word.lower_ == "que" and verb.dep_ not in ("acl", "acl:relcl", "advcl")


def _is_impersonal(verb: Token) -> bool:
    """Whether nobody is said to do it: "se exigen medidas", "se ha pedido que", "hay un plazo para pedir"."""
    if lemma_of(verb) == "haber" and verb.dep_ != "aux":
        return True
    particle = reflexive(verb)
    if particle is None or particle.lower_ not in ("se", verb.lower_) or grammatical_person(verb) not in ("3", None):
        return False
    if any(child.lower_ in ("le", "les", "me", "nos") for child in verb.lefts if child.i > particle.i):
        return True  # "se le acusa de"
    return any(slot == "obj" and phrase.pos_ == "NOUN" for slot, phrase in arguments(verb)) or any(
        child.dep_ in ("ccomp", "csubj") for child in verb.rights
    )


def _coordinated_with(verb: Token) -> Token:
    """What a verb hangs on; of a finite verb the last finite one before: "acusó a Mora de mentir y pidió".

    And not the one within a reported clause whose tense is another: "sostuvo que se debe a la crisis y culpó".
    """
    head = verb.head
    if verb.dep_ == "advcl" and head.dep_ == "advmod":
        return head.head  # "viajó después de reunirse"
    if verb.dep_ != "conj" or not is_finite(verb):
        return head
    for _ in range(DEPTH):
        is_inner = head.dep_ in ("xcomp", "ccomp", "advcl", "conj", "acl") and not is_finite(head)
        outer = clause_verb(head.head)
        if not (is_inner or _is_of_other_tense(verb, head)) or outer is None:
            break
        head = outer
    return head


def _is_of_other_tense(verb: Token, head: Token) -> bool:
    outer = clause_verb(head.head)
    is_joined = any(child.lower_ in RELATIVES for child in verb.lefts)
    return (
        outer is not None
        and head.dep_ in ("ccomp", "acl", "acl:relcl")
        and not is_joined
        and _tense(verb) == _tense(outer) != _tense(head)
        and _tense(head) in ("Pres", "Fut")
        and grammatical_number(verb) == grammatical_number(outer)
    )


def _tense(verb: Token) -> str | None:
    words = (*auxiliaries(verb), verb)
    return next(
        (tense for word in words if has_morph(word, "VerbForm=Fin") for tense in word.morph.get("Tense", [])), None
    )


def _introducer(verb: Token) -> str | None:
    return next((child.lower_ for child in verb.lefts if child.dep_ in ("mark", "case")), None)


def _is_subject_clause(infinitive: Token, head: Token) -> bool:
    """Whether an infinitive is what a reported clause is about, done by nobody told: "dijo que protestar es inútil"."""
    is_reported = infinitive.dep_ in ("ccomp", "csubj", "xcomp") and _introducer(infinitive) == "que"
    return is_reported and lemma_of(head) not in ("tener", "haber")


def _is_purpose_for_whom(verb: Token, head: Token) -> bool:
    """Whether a purpose is done to the object of the verb before, not by it: "llamó a Paz para ofrecer ayuda"."""
    return _introducer(verb) == "para" and (" " in verb.lemma_ or lemma_of(head) == "llamar")


def _shares_subject(verb: Token, head: Token) -> bool:
    """Whether a verb is done by whoever does the one that it hangs on: coordinated with it, or without person."""
    if not is_finite(verb):
        return verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "aux", "mark", "obj", "obl")
    numbers = {grammatical_number(verb), grammatical_number(head)}
    return verb.dep_ == "conj" and len(numbers - {None}) < 2


def _has_relative_subject(verb: Token) -> bool:
    """Whether a relative clause is about its noun as its subject: not "Oaxaca, donde pidió", "Mora, a quien acusó"."""
    if any(slot == "subj" and phrase.lower_ not in RELATIVES for slot, phrase in arguments(verb)):
        return False
    return not any(
        child.lower_ in PLACES or (child.lower_ in RELATIVES and (preposition(child) or child.dep_ == "obj"))
        for child in verb.lefts
    )


@cache
def _controllers() -> frozenset[str]:
    return frozenset(word_list("referents")["control_verbs"])
