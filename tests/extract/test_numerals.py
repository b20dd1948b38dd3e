"""Numerals in words and the grouping of digits."""

import pytest

from flows.extract.numerals import decimal_mark, digit_number, word_number


@pytest.mark.parametrize(
    ("text", "value", "taken"),
    [
        ("dos mil veinte", 2020, 3),
        ("mil novecientos noventa y dos años", 1992, 5),
        ("cien mil millones", 10**11, 3),
        ("un millón quinientos mil votos", 1_500_000, 4),
        ("treinta y uno", 31, 3),
        ("once y cuarenta", 11, 1),
        ("dos cuarenta", 2, 1),
        ("dieciseis casas", 16, 1),
        ("millones de votos", 0, 0),
        ("casas", 0, 0),
    ],
)
def test_word_number_reads_the_numeral_in_front(text: str, value: int, taken: int):
    assert word_number(text.split()) == (value, taken)


def test_decimal_mark_follows_the_evidence():
    assert decimal_mark(["1.234,5"]) == ","
    assert decimal_mark(["1,234", "2.5"]) == "."
    assert decimal_mark([]) == ","


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("11,000", ".", 11000),
        ("11.000", ",", 11000),
        ("3,341", ",", 3.341),
        ("0.250", ".", 0.25),
        ("1.234.567", ",", 1234567),
    ],
)
def test_digit_number_reads_its_marks(text: str, decimal: str, value: float):
    assert digit_number(text, decimal) == value
