"""The phrase that is a verb's subject, also where a parse has another: "Mora y el pacto: México cedió"."""

from spacy.tokens import Token

from flows.extract.events.people import is_person
from flows.extract.events.referents.names import Names
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.headlines import name_after
from flows.extract.events.subjects.misread import can_be_subject
from flows.extract.events.syntax import (
    ARTICLES,
    NOMINAL,
    SUBJECTS,
    arguments,
    conjuncts,
    grammatical_number,
    has_morph,
    is_finite,
    preposition,
    reflexive,
    subject_after,
)

OBJECT_GENDERS = {"lo": "Masc", "los": "Masc", "la": "Fem", "las": "Fem", "le": "", "les": ""}

ADJACENT = frozenset({"AUX", "PRON", "ADV"})
"""What can stand between a subject and its verb."""


def stated_subject(verb: Token, referents: Referents, used: set[int]) -> Token | None:
    """The phrase that is a verb's subject, by its head; of two the nearer name; none of the words used already."""
    names = referents.names
    behind = name_after(verb, names)
    if behind is not None and behind.i not in used:
        return behind
    found = [
        phrase
        for slot, phrase in arguments(verb)
        if slot == "subj" and phrase.i not in used and can_be_subject(phrase, verb, referents)
    ]
    found += [child for child in verb.lefts if child.dep_ in SUBJECTS and child.pos_ == "VERB" and names.named(child)]
    found += _first_of_pair(verb)
    beside = _name_before(verb, names) or _joined_before(verb)
    if beside is not None and beside.i not in used and (not found or found[0].i < beside.i < verb.i):
        return beside
    after = _after_relative(verb, referents) if all(phrase.lower_ == "que" for phrase in found) else None
    if after is not None and after.i not in used:
        return after
    if not found:
        return _pair_before(verb, names, used) or _before_pronoun(verb, used)
    named = [phrase for phrase in found[1:] if referents.of(phrase)]
    return named[0] if named and not referents.of(found[0]) else found[0]


def _first_of_pair(verb: Token) -> list[Token]:
    """The first of "tanto Perú como Chile", where a parse has "tanto" for the subject."""
    opening = [child for child in verb.lefts if child.dep_ in SUBJECTS and child.lower_ == "tanto"]
    return [part for word in opening for part in word.rights if part.dep_ == "flat"][:1]


def _name_before(verb: Token, names: Names) -> Token | None:
    """A name that stands right before a verb, whatever the parse makes of it: "en la cita con Paz, Duarte habló".

    Between commas it may as well be an apposition ("con su homólogo, Luis Paz, viajó") and is left alone.
    """
    first = min([verb.i, *(child.i for child in verb.lefts if child.i >= verb.i - 4 and child.pos_ in ADJACENT)])
    last = first - 1
    has_comma = last >= 0 and verb.doc[last].text == ","
    place = last = last - has_comma
    mention = names.named(verb.doc[last]) if last >= 0 else None
    start = verb.sent.start if mention is not None else 0
    if mention is None or last < start:
        return None
    while place > start and names.named(verb.doc[place - 1]) == mention:
        place -= 1
    name = verb.doc[place : last + 1].root
    if place > start and verb.doc[place - 1] in (name.head, name.head.head) and is_person(verb.doc[place - 1]):
        place -= 1  # "Tras la cita con Paz, el ministro Luis Duarte habló"
    if place > start and verb.doc[place - 1].lower_ in ARTICLES:
        place -= 1
    before = verb.doc[place - 1].text if place > start else ":"
    if before not in (",", ":") or preposition(name) is not None:
        return None
    return None if has_comma and before == "," and name.head.pos_ in NOMINAL else name


def _pair_before(verb: Token, names: Names, used: set[int]) -> Token | None:
    """Two names right before a verb that a parse hangs on a name before them: "tras el no de la FIFA, Perú y Cuba"."""
    if grammatical_number(verb) != "Plur" or not is_finite(verb):
        return None
    last = min([verb.i, *(child.i for child in verb.lefts if child.i >= verb.i - 4 and child.pos_ in ADJACENT)]) - 1
    mention = names.mention_at.get(last)
    place = last
    while mention is not None and names.mention_at.get(place) == mention:
        place -= 1
    second = verb.doc[place + 1 : last + 1].root
    first = second.head
    if mention is None or second.dep_ != "conj" or verb.doc[place].dep_ != "cc" or names.named(first) is None:
        return None
    start = place - 1
    while names.mention_at.get(start) == names.named(first):
        start -= 1
    is_apart = start > verb.sent.start and verb.doc[start].text == "," and start < first.i <= place
    return first if is_apart and first.i not in used else None


def _joined_before(verb: Token) -> Token | None:
    """What a parse joins to the phrase before: "Según Mora, Perú y Chile votarán"."""
    phrases = (child for child in verb.lefts if child.dep_ in ("obl", "obj"))
    return next((subject for subject in map(subject_after, phrases) if subject is not None), None)


def _after_relative(verb: Token, referents: Referents) -> Token | None:
    """Who does what a relative clause tells of a thing, which a parse has for its object: "el pacto que negocia Mora".

    Somebody who undergoes it would stand with "a"; of "el pacto que negocian ambos países" the verb is in the plural.
    """
    noun, names = verb.head, referents.names
    if (
        verb.dep_ not in ("acl", "acl:relcl")
        or not any(map(_is_bare_relative, verb.lefts))
        or reflexive(verb) is not None
    ):
        return None
    objects = [phrase for slot, phrase in arguments(verb) if slot == "obj" and phrase.i > verb.i]
    if noun.pos_ != "NOUN" or names.named(noun) or is_person(noun) or len(objects) != 1:
        return None
    mention = names.named(objects[0])
    if mention is not None and mention.mention_type == "PER":
        return objects[0]
    is_other = grammatical_number(verb) == "Plur" and has_morph(noun, "Number=Sing") and len(conjuncts(noun)) == 1
    return objects[0] if is_other and referents.doer(objects[0]) else None


def _is_bare_relative(word: Token) -> bool:
    return word.lower_ == "que" and preposition(word) is None


def _before_pronoun(verb: Token, used: set[int]) -> Token | None:
    """What is read as an object and is not the verb's pronoun: "una patrulla lo auxilió", not "la carta la"."""
    forms = [child.lower_ for child in verb.lefts if child.pos_ == "PRON" and child.lower_ in OBJECT_GENDERS]
    for slot, phrase in arguments(verb) if forms and is_finite(verb) else ():
        genders = {OBJECT_GENDERS[form] for form in forms}
        is_other = genders.isdisjoint(phrase.morph.get("Gender", []))
        if slot == "obj" and phrase.i < verb.i and phrase.i not in used and phrase.pos_ == "NOUN" and is_other:
            return phrase
    return None
