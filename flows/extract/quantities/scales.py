"""What the number words of an amount come to: "13 mil 169", "20 mil 500 millones", "millón y medio"."""

from collections.abc import Mapping
from typing import Any

THOUSAND, MILLION, BILLION = 10**3, 10**6, 10**12


def read_values(parts: Mapping[str, Any]) -> tuple[float, float | None]:
    """Give the value of the parts that a rule names, and of a range the last; 0 where they name no number.

    >>> read_values({"n": 20.0, "k": 1000.0, "m": 500.0, "s": 1000000})
    (20500000000.0, None)
    >>> read_values({"n": 2.0, "s": 1000000, "hm": 350.0, "hk": 1000.0})
    (2350000.0, None)
    >>> read_values({"whole": 1000000, "half": 0.5}), read_values({"s": 1000000, "half": 0.5})
    ((1500000.0, None), (500000.0, None))
    >>> read_values({"n": 10.0, "n2": 15.0, "s2": 1000000})
    (10000000.0, 15000000.0)
    """
    if not {"n", "k", "s", "half"} & set(parts):
        return 0.0, None
    value = _scaled(parts, "")
    if not {"n2", "half2"} & set(parts):
        return value, None
    last = _scaled(parts, "2")
    below = value < float(parts.get("n2") or 0)  # not "entre 800.000 y un millón"
    if below and {"k2", "s2"} & set(parts) and not {"k", "s"} & set(parts):
        # "entre 10 y 15 millones": the scale holds for both
        value = _scaled({"n": parts["n"], "k": parts.get("k2"), "s": parts.get("s2")}, "")
    return value, last


def _scaled(parts: Mapping[str, Any], suffix: str) -> float:
    """Put a number together: so many thousands and what is below, so many millions, and a half of the last scale."""
    thousand, scale = parts.get("k" + suffix), parts.get("s" + suffix) or parts.get("whole")
    number = float(parts.get("n" + suffix, 1 if "whole" in parts else 0))
    if thousand:
        number = _thousands(number, float(thousand)) + float(parts.get("m") or 0)
    number *= float(parts["ms"][0] if "ms" in parts else parts.get("short", 1))
    if "hm" + suffix in parts:  # "2 millones 350 mil 400"
        return number * float(scale or 1) + float(parts["hm"]) * THOUSAND + float(parts.get("rest") or 0)
    half = float(parts.get("half" + suffix) or 0)
    if half and not scale:
        half *= next((unit for unit in (BILLION, MILLION) if number >= unit), 1)  # "un millón y medio"
    return round((number + half) * (scale or 1), 6)


def _thousands(number: float, thousand: float) -> float:
    """So many times "mil" or "mil millones", or what "dos mil" says alone."""
    if not number:
        return thousand
    base = next(unit for unit in (BILLION, 10**9, THOUSAND) if thousand >= unit)
    return round(number * base, 6) + (thousand - base if thousand < MILLION else 0)
