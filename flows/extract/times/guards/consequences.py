"""An "entonces" that draws a conclusion and tells no time: "si llueve, entonces no salimos"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard

CONDITIONS = frozenset({"si", "cuando"})
SENTENCE_ENDS = frozenset({".", "?", "!", ";", "\n"})
WORDS_BEFORE = 18


def no_consequence(context: Context, found: Found) -> bool:
    """Say whether no condition stands before "entonces" in its sentence."""
    for index in range(found.first - 1, max(found.first - 1 - WORDS_BEFORE, -1), -1):
        word = context.word(index)
        if word in SENTENCE_ENDS:
            return True
        if word in CONDITIONS:
            return False
    return True


GUARDS: tuple[Guard, ...] = (no_consequence,)
"""What rules call by these functions' names."""
