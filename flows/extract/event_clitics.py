"""Whom the pronouns at a verb mean: "lo", "la", "le", "me"."""

from spacy.tokens import Token

from flows.extract.event_referents import Referent, Referents
from flows.extract.event_subjects import Subjects
from flows.extract.event_syntax import arguments, reflexive

FIRST_PERSON = frozenset({"me", "nos"})
DATIVE = ("le", "les")
NUMBERS = {"lo": "Sing", "la": "Sing", "le": "Sing", "los": "Plur", "las": "Plur", "les": "Plur"}


def whom_clitic_means(verb: Token, referents: Referents, subjects: Subjects, *, is_dative: bool) -> list[Referent]:
    """Whom the pronoun before a verb, or written onto it, means: the last one named but the subject.

    Nor the one who says it, and nobody where a phrase says who: "le reclamó al árbitro".

    Args:
        verb: the verb, "acusó" in "lo acusó" or "acusarlo".
        referents: what the article's phrases stand for.
        subjects: the subjects of its verbs.
        is_dative: whether it is a verb of asking or giving, of which only "le" and "les" are persons: "la solicitó".
    """
    pronouns = [child.lower_ for child in verb.lefts if child.pos_ == "PRON"]
    if FIRST_PERSON.intersection(pronouns) and reflexive(verb) is None:
        return referents.speaker(verb)
    forms = DATIVE if is_dative else tuple(NUMBERS)
    found = [pronoun for pronoun in pronouns if pronoun in forms]
    if not found and " " in verb.lemma_:
        found = [form for form in forms if verb.lower_.endswith(form)]
    if not found or NUMBERS[found[-1]] == "Plur" or _is_doubled(verb, referents):
        return []
    others = {each.entity_id for each in (*subjects.of(verb, set()), *referents.speaker(verb))}
    named = referents.last_named(verb.i, ("PER", "ORG"), count=3)
    named.sort(key=lambda each: referents.entity(each.entity_id).entity_type != "PER")
    return [each for each in named if each.entity_id not in others][:1]


def _is_doubled(verb: Token, referents: Referents) -> bool:
    """Whether a phrase says whom a clitic means: "le reclamó al árbitro"; not "le dio apoyo a sus reformas"."""
    return any(
        slot == "a" and phrase.i > verb.i and (referents.named(phrase) or referents.is_unnamed(phrase))
        for slot, phrase in arguments(verb)
    )
