"""The country for which its government speaks: "*el gobierno de Chile* dijo", later "*el gobierno*"."""

import re
from bisect import bisect_left

from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.nlp.gazetteer import country_of_demonym

GOVERNMENT = re.compile(
    r"\b(?:gobierno|ejecutivo)(?: (?:federal|central|nacional))?"
    r"(?: del? (?:las? |los |el )?|(?= (?P<demonym>[^\W\d_]+)))"
)
"""A government in small letters, which is no name of its own."""
BARE = re.compile(r"(?i:el|este|dicho) (?:gobierno|ejecutivo)$")


class Governments:
    """The governments that one article tells of, by the country that they are of."""

    def __init__(self, names: NamesInArticle) -> None:
        self._names = names
        self._found = [(match.start(), of) for match in GOVERNMENT.finditer(names.text) if (of := self._country(match))]

    def find(self, start: int, end: int, *, is_text: bool = False) -> str | None:
        """Find the country of the government that a phrase is, or that issued the text that it is.

        Of a bare "el gobierno" if only one was told of before.
        """
        text = self._names.text
        match = GOVERNMENT.search(text, start, end)
        if match is not None and match.start() - start <= len("dicho "):
            return self._country(match)
        is_issuer = is_text and match is not None and text.endswith(("del ", "de el "), start, match.start())
        if match is not None and is_issuer:
            return self._country(match)
        if BARE.match(text, start, end) is None:
            return None
        before = {of for _, of in self._found[: bisect_left(self._found, (start, ""))]}
        return before.pop() if len(before) == 1 else None

    def _country(self, match: re.Match[str]) -> str | None:
        if match["demonym"] is not None:
            code = country_of_demonym(match["demonym"].lower())
            return self._names.of_country(code) if code else None
        inside = self._names.within(match.end(), match.end() + 1)
        is_country = bool(inside) and self._names.is_country(inside[0].entity_id)
        return inside[0].entity_id if is_country and inside[0].char_start == match.end() else None
