"""Amounts: numbers with what they count or measure, found and read by the rules of ``data/quantities.yml``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from flows.extract.numerals import decimal_mark
from flows.extract.quantities.currency import Currencies
from flows.extract.quantities.grammar import quantity_grammar
from flows.extract.quantities.hedges import find_approximation
from flows.extract.quantities.scales import read_values
from flows.extract.quantities.units import CountedNoun, counted_noun
from flows.extract.scanner import Found, Word, read_words
from flows.extract.sentence_index import token_numbers
from flows.records import Findings

FIGURES = re.compile(r"\d+(?:[.,]\d+)+")
LETTER_SIGN = re.compile(r"\bQ(?=\d)|\b[ACR](?=\$)")
LETTER_SIGNS = {"Q": "ⓠ", "A": "ⓐ", "C": "ⓒ", "R": "ⓡ"}
"""Letters that are a sign of money where they stick to the figure or to "$" ("Q1 mil 800", "R$ 300") and would read as
a word ("a $300"); a sign as long parts them."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a phrase comes to, before it becomes a row."""

    value: float
    value_max: float | None
    unit: str | None
    approximation: str | None
    end: int


class AmountReader:
    """One article's words, with what the reading of an amount looks at."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        grammar = quantity_grammar()
        self.doc = doc
        self.text = findings.article.text
        self.words: Sequence[Word] = read_words(
            LETTER_SIGN.sub(lambda match: LETTER_SIGNS[match.group()], self.text),
            decimal_mark(match.group() for match in FIGURES.finditer(self.text)),
        )
        self.found = grammar.scan(self.words, self._allowed)
        signs_dollars = any(one.rule.name == "money_sign" and one.parts.get("cur") == "USD" for one in self.found)
        self.currencies = Currencies(findings.article.country_code, self.words, signs_dollars=signs_dollars)
        self._token_at = token_numbers(doc)
        self._closed = bytearray(len(self.text) + 1)
        for start, end in [(time.char_start, time.char_end) for time in findings.times] + [
            (mention.char_start, mention.char_end) for mention in findings.mentions
        ]:
            self._closed[start:end] = b"\1" * (end - start)

    def amounts(self) -> list[tuple[Found, Amount]]:
        """Give the amounts in the order of the text."""
        amounts = []
        end = 0
        for found in self.found:
            if found.start < end or any(self._closed[found.start : found.end]):
                continue
            amount = self._amount(found)
            if amount is not None:
                amounts.append((found, amount))
                end = amount.end
        return amounts

    def _allowed(self, found: Found) -> bool:
        """Leave out what is glued to other signs (F-16, 4-0, 2555-1984, 5º), and ranges that are none."""
        words = self.words
        before = words[found.first - 1] if found.first else None
        if before and before.end == found.start and (before.text in "-–_#@/.+:°º," or before.text.isalnum()):
            return before.text == "." and self.text[found.start].isupper()  # "el suelo.Tres vecinos"
        following = words[found.last] if found.last < len(words) else None
        glued = following is not None and following.start == found.end and found.rule.meaning == "count"
        if following and glued and (following.text in "-–/:º°ª_" or following.text.isalnum()):
            return False
        if not {"n2", "half2"} & set(found.parts):
            return True
        return self._is_range(found)

    def _is_range(self, found: Found) -> bool:
        if self._is_label(found):
            return False  # "de magnitud 6,2 a 10 km de la costa"
        first, last = read_values(found.parts)
        link = re.search(r"[^\W\d](?:\w*)|[-–]", self.text[found.start + 1 : found.end])
        opening = self._before(found.first, 2).split()
        if last is None or first >= last:
            return False
        linked = re.search(r"\by\b", self.text[found.start : found.end])
        return link is not None and (not linked or "entre" in opening)

    def _amount(self, found: Found) -> Amount | None:
        value, value_max = read_values(found.parts)
        approximation = find_approximation(self._before(found.first, 5), self._after(found.last, 4))
        return getattr(self, f"_{found.rule.meaning}")(found, value, value_max, approximation)  # type: ignore[no-any-return]

    def _percent(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount:
        return Amount(value, value_max, "%", hedge, found.end)

    def _money(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount | None:
        if self.text[found.start : found.end].lower() == "un peso":
            return None  # "un peso saludable", "un peso pesado"
        return Amount(value, value_max, self._currency(found), hedge, found.end)

    def _currency(self, found: Found) -> str | None:
        parts = found.parts
        name = parts.get("nat") or parts.get("pre") or parts.get("cur") or parts.get("sym")
        if "ms" in parts:
            name = parts["ms"][1]
        if "cur" in parts and "nat" not in parts:
            name = parts["cur"]
        if name is None:
            sign = self.text[found.start : found.end].lower().lstrip()
            name = next((code for start, code in SIGNS if sign.startswith(start)), None)
        return self.currencies.code(str(name)) if name else None

    def _measure(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount | None:
        if self.words[found.last - 1].text in CAPITALS:
            return None
        text = self.text[found.start : found.end].lower()
        unit = str(found.parts["unit"])
        qualifier = next((word for ending, word in QUALIFIERS if text.endswith(ending)), "")
        return Amount(value, value_max, f"{unit} {qualifier}".rstrip(), hedge, found.end)

    def _degrees(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount:
        text = self.text[found.start : found.end].lower()
        sign = -1 if text.startswith(("-", "−", "menos")) or text.endswith("bajo cero") else 1
        return Amount(sign * value, value_max, "grado", hedge, found.end)

    def _count(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount | None:
        text = self.text[found.start : found.end].lower()
        noun = self._noun(found, may_link="s" in found.parts or "half" in found.parts or value % 10**6 == 0 < value)
        if self._is_label(found) or text in {"un", "una", "uno"}:
            return None
        if noun is None:
            is_told = re.search("mill|bill", text) or (hedge and value >= 2)  # "invertirá 1.260 millones", "más de 40"
            return Amount(value, value_max, None, hedge, found.end) if is_told else None
        return Amount(value, value_max, self._unit(noun), hedge, noun.end)

    def _vague(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount | None:
        noun = self._noun(found, may_link=True)
        if noun is None:
            return None
        if self._before(found.first, 1) == "mil":
            return None  # the number itself could not be read
        many = float(found.parts["v"]) * float(found.parts.get("vb") or 1)
        return Amount(many, None, self._unit(noun), "at_least", noun.end)

    def _group(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount | None:
        noun = self._noun(found, may_link=True)
        if noun is None or found.parts["g"] is None:
            return None
        size, marked = found.parts["g"]
        return Amount(
            float(found.parts.get("n") or found.parts["half"]) * size,
            None,
            self._unit(noun),
            hedge or marked or None,
            noun.end,
        )

    def _part(self, found: Found, value: float, value_max: float | None, hedge: str | None) -> Amount | None:
        noun = self._noun(found, may_link=found.rule.name != "ratio")
        share = float(found.parts.get("n") or 1) / float(found.parts.get("p") or 2)
        if not 0 < share < 1 or (noun is None and found.rule.name not in {"ratio", "part_bare"}):
            return None
        return Amount(round(share, 6), None, noun.lemma if noun else None, hedge, noun.end if noun else found.end)

    def _unit(self, noun: CountedNoun) -> str | None:
        """Give the noun's lemma, or the code where it is money ("miles de dólares")."""
        code = quantity_grammar().value("CURRENCY", noun.text)
        return self.currencies.code(str(code)) if code else noun.lemma

    def _noun(self, found: Found, *, may_link: bool) -> CountedNoun | None:
        if found.last >= len(self.words):
            return None
        at = self._token_at.get(self.words[found.last].start)
        return None if at is None else counted_noun(self.doc, at, may_link=may_link)

    def _is_label(self, found: Found) -> bool:
        """Say whether the word before makes the number a label: "artículo 20", "número 7", "Grupo de los 20"."""
        before = self._before(found.first, 1)
        return before in quantity_grammar().data["labels"]

    def _before(self, index: int, count: int) -> str:
        return " ".join(word.text.lower() for word in self.words[max(index - count, 0) : index])

    def _after(self, index: int, count: int) -> str:
        return " ".join(word.text.lower() for word in self.words[index : index + count])


CAPITALS = frozenset({"G", "M"})
"""What is no gram and no metre: "5G", "el canal 8M"."""

QUALIFIERS = (
    ("cuadrados", "cuadrado"),
    ("cuadradas", "cuadrada"),
    ("cúbicos", "cúbico"),
    ("por hora", "por hora"),
    ("/h", "por hora"),
    ("/hora", "por hora"),
    ("porcentual", "porcentual"),
    ("porcentuales", "porcentual"),
    ("básico", "básico"),
    ("básicos", "básico"),
    ("base", "básico"),
)
"""What stands after a unit and belongs to it."""

SIGNS = (("u", "USD"), ("s", "PEN"), ("bs", "BOB_OR_VES"), ("b", "PAB"), ("$us", "USD"), ("$ us", "USD"))
