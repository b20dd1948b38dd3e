"""Words that only the capitals of a whole line or sentence made names."""

import re
from bisect import bisect_right

from flows.extract.entities.names import Name
from flows.extract.entities.occurrences import Occurrences
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.types.surnames import surnames_of
from flows.text import fold

CAPITALS_BEFORE, CAPITALS_BEHIND = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,} \Z"), re.compile(r" [A-ZÁÉÍÓÚÑ]{2,}\b")
SHORTEST_SHOUTED, LONGEST_BEFORE = 5, 20
TITLE_CASE_WORDS = 3
"""Lines of fewer words are no headlines in capitals."""


def is_shouted(text: str, name: Name, words_of_text: Occurrences) -> bool:
    """A common word of a sentence in capitals: "LA IVERMECTINA CURA", where the text has "ivermectina" too."""
    word = name.text
    if not word.isalpha() or not word.isupper() or len(word) < SHORTEST_SHOUTED or settled_type(word):
        return False
    before = CAPITALS_BEFORE.search(text, max(0, name.char_start - LONGEST_BEFORE), name.char_start)
    is_among_capitals = before is not None or CAPITALS_BEHIND.match(text, name.char_end) is not None
    return is_among_capitals and words_of_text.has(word.lower())


def evidenced(text: str, found: list[Name], types: dict[str, str]) -> list[Name]:
    """Without names that stand only in a line whose words all begin with a capital."""
    capitals = [match.span() for match in re.finditer(r"[^\n]+", text) if _is_in_capitals(match.group())]
    if not capitals:
        return found
    starts = [start for start, _ in capitals]
    inside: list[Name] = []
    outside: list[Name] = []
    for name in found:
        line = bisect_right(starts, name.char_start) - 1
        (inside if line >= 0 and name.char_start < capitals[line][1] else outside).append(name)
    forms = {fold(name.text) for name in outside}
    forms |= {part for form in forms if types.get(form) == "PER" for part in surnames_of(form)}
    return [*outside, *(name for name in inside if fold(name.text) in forms or settled_type(name.text))]


def _is_in_capitals(line: str) -> bool:
    long_words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    if len(long_words) < TITLE_CASE_WORDS or line.rstrip()[-1:] in ".,;":
        return False
    capitals = sum(1 for word in long_words if word[0].isupper())
    return capitals > 0.8 * len(long_words)
