"""Where words stand in an article's text, found in one pass: a search of the whole text for each name is slow."""

import re
from collections import defaultdict
from collections.abc import Iterator

WORD = re.compile(r"\w+")
LONGEST_BEFORE = 30


class Occurrences:
    """The text's words with their places, to look names up in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[str, list[int]] = defaultdict(list)
        for word in WORD.finditer(text):
            self._starts[word.group()].append(word.start())
        self._found: dict[tuple[str, re.Pattern[str] | None], bool] = {}

    def has(self, form: str, before: re.Pattern[str] | None = None) -> bool:
        r"""Whether a form stands as whole words somewhere, behind what a pattern says.

        >>> words = Occurrences("Viaja a Lima. Vive en Limatambo.")
        >>> words.has("Lima"), words.has("Lima", re.compile(r"\ben \Z"))
        (True, False)

        Args:
            form: a name as it is written.
            before: a pattern for the end of what stands before it, ``LONGEST_BEFORE`` code points at most.
        """
        key = (form, before)
        if key not in self._found:
            self._found[key] = any(before is None or self._is_behind(before, start) for start in self._starts_of(form))
        return self._found[key]

    def _is_behind(self, before: re.Pattern[str], start: int) -> bool:
        return before.search(self._text, max(0, start - LONGEST_BEFORE), start) is not None

    def _starts_of(self, form: str) -> Iterator[int]:
        first = WORD.search(form)
        offset = first.start() if first else 0
        for place in self._starts.get(first.group(), ()) if first else ():
            start = place - offset
            if start >= 0 and self._text.startswith(form, start) and not WORD.match(self._text, start + len(form)):
                yield start
