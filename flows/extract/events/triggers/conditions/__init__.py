"""What an entry of the lexicon may ask of the setting of its word: an object, a preposition, who does it."""

from collections.abc import Callable

from spacy.tokens import Token

from flows.extract.events.triggers.conditions.complements import (
    goes_to,
    has_adjective,
    has_complement,
    has_no_clause,
    has_no_preposition,
    has_preposition,
    is_wish,
    meets,
    stands_under,
)
from flows.extract.events.triggers.conditions.doers import (
    is_by,
    is_by_crowd,
    is_by_mass,
    is_by_none,
    is_by_people,
)
from flows.extract.events.triggers.conditions.forms import (
    is_in_passive,
    is_no_participle,
    is_not_reflexive,
    is_reflexive,
    is_to_come,
    is_with_no,
    is_within_clause,
)
from flows.extract.events.triggers.conditions.objects import (
    comes_with,
    comes_with_no_such,
    concerns_persons,
    has_no_such_object,
    has_no_such_target,
    has_object,
    is_of,
    is_of_none,
    is_of_person,
    lacks_object,
    leads_to_none,
)
from flows.extract.events.triggers.conditions.quantities import is_in_number
from flows.extract.events.triggers.conditions.surroundings import (
    comes_after,
    is_away_from,
    is_followed_by,
    is_near,
    is_not_followed_by,
    is_said_with,
    spells,
    stands_apart,
)

CONDITIONS: dict[str, Callable[[Token, frozenset[str]], bool]] = {
    "object": has_object,
    "not_object": has_no_such_object,
    "not_target": has_no_such_target,
    "of": is_of,
    "not_of": is_of_none,
    "with": comes_with,
    "not_with": comes_with_no_such,
    "not_to": leads_to_none,
    "adjective": has_adjective,
    "followed_by": is_followed_by,
    "not_followed_by": is_not_followed_by,
    "prep": has_preposition,
    "not_prep": has_no_preposition,
    "complement": has_complement,
    "wished": is_wish,
    "se": is_reflexive,
    "without_se": is_not_reflexive,
    "with_or_plural": meets,
    "after": comes_after,
    "under": stands_under,
    "without_object": lacks_object,
    "apart": stands_apart,
    "person": concerns_persons,
    "of_person": is_of_person,
    "crowd": is_by_crowd,
    "by_people": is_by_people,
    "object_of_prep": goes_to,
    "spelled": spells,
    "near": is_near,
    "away_from": is_away_from,
    "by": is_by,
    "not_by": is_by_none,
    "mass": is_by_mass,
    "without_clause": has_no_clause,
    "passive": is_in_passive,
    "not_participle": is_no_participle,
    "not_opening": is_within_clause,
    "future": is_to_come,
    "negated": is_with_no,
    "counted": is_in_number,
    "says": is_said_with,
}
"""What an entry may ask of a word's setting; the word list is the condition's value in the lexicon."""
