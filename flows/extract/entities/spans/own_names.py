"""Names of a list, found word for word in a text: an expression of a thousand of them tries each at every word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from flows.word_lists import any_of

BEGIN = r"(?<![\w@#])"
FIRST_WORD = re.compile(rf"{BEGIN}\w+")
CAPITALISED = re.compile(rf"{BEGIN}[^\Wa-záéíóúüñ]\w*")
"""Words with no small letter in front, as names begin but for few: one word of seven."""
MORE_OF_WORD = re.compile(r"\w")


class NameList:
    """Names to look for as they are written, and all in capitals."""

    def __init__(self, names: Iterable[str]) -> None:
        self._forms: dict[str, list[str]] = defaultdict(list)
        forms = {form for name in names for form in (name, name.upper())}
        for form in sorted(forms, key=lambda form: (-len(form), form)):
            first = FIRST_WORD.match(form)
            if first:  # "¡Sí!" begins with no word
                self._forms[first.group()].append(form)
        small = [word for word in self._forms if not CAPITALISED.match(word)]  # "iPhone"
        self._first_word = re.compile(rf"{CAPITALISED.pattern}|{BEGIN}{any_of(small)}\b") if small else CAPITALISED

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand as whole words and in no handle or hashtag, in order; of two at a place the longer.

        >>> [("Corea del Norte y Corea")[start:end] for start, end in NameList(["Corea", "Corea del Norte"]).find(
        ...     "Corea del Norte y Corea"
        ... )]
        ['Corea del Norte', 'Corea']
        """
        last = 0
        for word in self._first_word.finditer(text):
            start = word.start()
            if start < last:
                continue
            for form in self._forms.get(word.group(), ()):
                end = start + len(form)
                if text.startswith(form, start) and not MORE_OF_WORD.match(text, end):
                    yield start, end
                    last = end
                    break
