"""Players whose surname alone is named: in sport a word that no gazetteer has is somebody, not a place."""

import re
from collections.abc import Iterable
from dataclasses import replace

from flows.extract.entities.by_topic.topics import is_about
from flows.extract.entities.names import Name
from flows.extract.entities.types.enumerations import runs
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.known_names import known_name

OF_PLACE = r"estadio|ciudad|barrio|localidad|sede|playa|pista|natural|nacid[oa]|jugadora?|tenista|colina|torneo"
PLACE_BEFORE = re.compile(
    rf"\b(?:[Ee]n|[Aa]l?|[Dd]esde|[Hh]acia|[Hh]asta|[Ee]l|[Ll]a|[Ll]os|[Ll]as|del|(?:{OF_PLACE})(?: de)?) [“«\"]?\Z"
)
PLACE_BEHIND = re.compile(r" \(|, \d")
"""What stands behind a place: its region, or in a dateline the day."""
LONGEST_BEFORE = 20


def players(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Give words that were taken for places, and that nothing is in or goes to, the type of a person, in sport."""
    names = tuple(names)
    if not is_about(text, "sport"):
        return names
    listed = {name.text for run in runs(text, names) if not all(map(_may_be_surname, run)) for name in run}
    places = {name.text for name in names if _is_place(text, name)}
    return tuple(
        replace(name, mention_type="PER", confidence=0.5)
        if _may_be_surname(name) and name.text not in places | listed
        else name
        for name in names
    )


def _may_be_surname(name: Name) -> bool:
    is_word = name.mention_type == "LOC" and name.text.isalpha() and name.text.istitle()
    return is_word and not (
        name.own or name.is_named_after or country_named(name.text) or known_name(name.text) or places_named(name.text)
    )


def _is_place(text: str, name: Name) -> bool:
    before = PLACE_BEFORE.search(text, max(0, name.char_start - LONGEST_BEFORE), name.char_start)
    return before is not None or PLACE_BEHIND.match(text, name.char_end) is not None
