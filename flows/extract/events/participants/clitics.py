"""Whom the pronouns at a verb mean: "lo", "la", "le", "me"."""

from spacy.tokens import Token

from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.control import is_felt
from flows.extract.events.subjects.of_verbs import Subjects
from flows.extract.events.syntax import arguments, is_finite, reflexive
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
    pronouns = [child.lower_ for child in verb.lefts if child.pos_ == "PRON" or _is_misread(child, verb)]
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
        and _agrees(found[-1], speaker[0], referents)
    ):
        return speaker  # "dijo que Duarte lo amenazó"
    return [
        each
        for each in people_before(verb, referents)
        if each.entity_id not in others and _agrees(found[-1], each, referents)
    ][:1]


def _is_misread(word: Token, verb: Token) -> bool:
    """Whether an article stands right before a verb, which makes it a pronoun: "que la critiquen"."""
    return word.dep_ == "det" and word.i == verb.i - 1 and word.lower_ in GENDERS and is_finite(verb)


def people_before(verb: Token, referents: Referents) -> list[Referent]:
    """The people whom a pronoun can mean, the likeliest first: the last named, where the sentence has no other.

    Where it has none yet, whom the sentence before is about: "Mora llegó con su abogado, Luis Paz. El juez le impuso".
    """
    named = referents.names.last_named(verb.i, ("PER",), count=3)
    start = verb.sent.start
    before = verb.doc[start - 1].sent if start else verb.sent
    if not named or named[0].entity_id in _named_in(start, verb.i, referents):
        return named
    about = [
        each
        for each in referents.dropped.last(start, "Sing", is_person=True)
        if each.entity_id in _named_in(before.start, start, referents)
    ]
    return [*about, *named]


def _named_in(start: int, end: int, referents: Referents) -> set[str]:
    at = referents.names.mention_at
    return {at[place].entity_id for place in range(start, end) if place in at}


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
