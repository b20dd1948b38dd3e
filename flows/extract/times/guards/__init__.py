"""What looks like a time expression and is none: "2000 personas", "las dos mujeres", "el pasado proceso"."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from spacy.tokens import Doc

from flows.extract.scanner import Found, Word
from flows.extract.times.guards import (
    clock_times,
    consequences,
    days,
    lengths,
    months,
    mornings,
    nouns,
    opening_hours,
    ranges,
    rates,
    seasons,
    spelling,
    years,
)
from flows.extract.times.guards.context import Context, Guard
from flows.extract.times.guards.spelling import stands_in_marks
from flows.records import EntityMention

CLOSED_NAMES = frozenset({"PER", "ORG", "LOC"})
"""A date inside such a name is part of it ("avenida 9 de Julio"); one inside the name of an event still dates it."""


def allowed_in(
    doc: Doc, text: str, words: Sequence[Word], mentions: Sequence[EntityMention]
) -> Callable[[Found], bool]:
    """Make the test that a phrase must pass: its rule's guard, and not lying inside a name."""
    context = Context(doc, text, words)
    inside = _inside(mentions)

    def allowed(found: Found) -> bool:
        guard = found.rule.options.get("guard")
        held = guard is None or GUARDS[guard](context, found)
        return held and not inside(found) and not stands_in_marks(context, found)

    return allowed


def _inside(mentions: Sequence[EntityMention]) -> Callable[[Found], bool]:
    spans = sorted((one.char_start, one.char_end) for one in mentions if one.mention_type in CLOSED_NAMES)
    starts = [start for start, _ in spans]

    def inside(found: Found) -> bool:
        at = bisect_right(starts, found.start) - 1
        if at < 0:
            return False
        start, end = spans[at]
        return found.end <= end and (start, end) != (found.start, found.end)

    return inside


GUARDS: Mapping[str, Guard] = {
    guard.__name__: guard
    for group in (
        clock_times,
        consequences,
        days,
        lengths,
        months,
        mornings,
        nouns,
        opening_hours,
        ranges,
        rates,
        seasons,
        spelling,
        years,
    )
    for guard in group.GUARDS
}
"""The functions by the names that rules call them by."""
