"""Whom the pronouns at a verb mean: "lo", "la", "le", "me"."""

from spacy.tokens import Token

from flows.extract.events.control import is_felt
from flows.extract.events.names import Referent
from flows.extract.events.referents import Referents
from flows.extract.events.subjects import Subjects
from flows.extract.events.syntax import arguments, reflexive
from flows.nlp.person_names import gender_of_person

FIRST_PERSON = frozenset({"me", "nos"})
DATIVE = ("le", "les")
GENDERS = {"lo": "Masc", "la": "Fem"}
NUMBERS = {"lo": "Sing", "la": "Sing", "le": "Sing", "los": "Plur", "las": "Plur", "les": "Plur"}


def whom_clitic_means(verb: Token, referents: Referents, subjects: Subjects, *, is_dative: bool) -> list[Referent]:
    """Whom the pronoun before a verb, or written onto it, means: the last one named but the subject.

    Nor the one whose own words it is in, and nobody where a phrase says who: "le reclamó al árbitro".

    Args:
        verb: the verb, "acusó" in "lo acusó" or "acusarlo".
        referents: what the article's phrases stand for.
        subjects: the subjects of its verbs.
        is_dative: whether it is a verb of asking or giving, of which only "le" and "les" are persons: "la solicitó".
    """
    pronouns = [child.lower_ for child in verb.lefts if child.pos_ == "PRON"]
    if FIRST_PERSON.intersection(pronouns) and reflexive(verb) is None:
        return referents.speech.speaker(verb)
    forms = DATIVE if is_dative else tuple(NUMBERS)
    found = [pronoun for pronoun in pronouns if pronoun in forms]
    if not found and " " in verb.lemma_:
        found = [form for form in forms if verb.lower_.endswith(form)]
    if not found or NUMBERS[found[-1]] == "Plur" or _is_doubled(verb, referents):
        return []
    others = set() if is_felt(verb) else {each.entity_id for each in subjects.of(verb, set())}
    speaker = referents.speech.speaker(verb)
    if referents.speech.is_quoted(verb):
        others.update(each.entity_id for each in speaker)
    elif (
        speaker
        and speaker[0].entity_id not in others
        and referents.names.entity(speaker[0].entity_id).entity_type == "PER"
    ):
        return speaker  # "dijo que Duarte lo amenazó"
    named = referents.names.last_named(verb.i, ("PER",), count=3)
    return [each for each in named if each.entity_id not in others and _agrees(found[-1], each, referents)][:1]


def _agrees(form: str, person: Referent, referents: Referents) -> bool:
    """Whether a pronoun can be a person's, as far as the first name tells: "la" is no Luis."""
    gender = gender_of_person(referents.names.entity(person.entity_id).name)
    return gender is None or GENDERS.get(form, gender) == gender


def _is_doubled(verb: Token, referents: Referents) -> bool:
    """Whether a phrase says whom a clitic means: "le reclamó al árbitro"; not "le dio apoyo a sus reformas"."""
    return any(
        slot == "a" and phrase.i > verb.i and (referents.names.named(phrase) or referents.is_unnamed(phrase))
        for slot, phrase in arguments(verb)
    )
