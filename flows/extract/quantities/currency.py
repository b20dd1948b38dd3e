"""Which money an article means by "pesos" and "$"."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from flows.extract.scanner import Word
from flows.word_lists import parse_words


class Currencies:
    """The currencies of one article: its own country decides, else the country that its words name most.

    Where it speaks of dollars and of no pesos, "$" is theirs: it signs them ("$9 millones de dólares"), or the
    article is of no country, and speaks most of none that has pesos.
    """

    def __init__(self, country_code: str | None, words: Sequence[Word], *, signs_dollars: bool) -> None:
        texts = {word.text.lower() for word in words}
        self._country = country_code or _country_of(words) or ""
        has_pesos = bool(country_code) or self._country in _table()["peso"]
        speaks_of_dollars = "dólares" in texts and (signs_dollars or not (has_pesos or "dólar" in texts))
        self._means_dollars = speaks_of_dollars and not texts & {"pesos", "peso"}

    def code(self, name: str) -> str | None:
        """Give the ISO 4217 code for an entry of the lexicon; None where the article leaves it open."""
        table = _table()
        if name == "PESO":
            return table["peso"].get(self._country)
        if name == "BOB_OR_VES":
            return {"VE": "VES", "BO": "BOB"}.get(self._country)
        if name != "DOLLAR_SIGN":
            return name
        return "USD" if self._means_dollars else table["dollar_sign"].get(self._country)


def _country_of(words: Sequence[Word]) -> str | None:
    """Guess the country from the names and demonyms of those that have pesos or write "$"."""
    names: Mapping[str, str] = _table()["words"]
    votes = Counter(names[word.text.lower()] for word in words if word.text.lower() in names)
    return min(votes, key=lambda code: (-votes[code], code)) if votes else None


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = resources.files("flows.extract").joinpath("data/quantities_currency.yml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Any]] = parse_words(text)
    return table
