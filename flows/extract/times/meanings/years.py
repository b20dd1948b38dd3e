"""Years, decades and centuries: "2024", "los años 90", "el siglo pasado"."""

import re
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import Meaning, Parts, Setting
from flows.extract.times.meanings.which_year import year_stated


def year(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A year in figures or words; of two figures in "el año 93"."""
    if "bc" in parts:
        return "DATE", f"BC{int(parts['bc']):04}"
    return "DATE", f"{year_stated(parts, setting):04}"


def year_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "2020 y 2022", "2019/20"."""
    first = int(parts["y"])
    last = int(parts["z"]) if "z" in parts else first // 100 * 100 + int(parts["z2"])
    return ("DATE", f"{first:04}/{last:04}") if first < last else None


def decade(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A decade: "los años 90" is 199, "los 2000s" 200; of two digits, 20 and less are of this century."""
    if "y" in parts:
        return "DATE", f"{int(parts['y']) // 10:03}"
    tens = int(parts["t"])
    if tens % 10:
        return None
    return "DATE", f"{(2000 if tens <= 10 else 1900) // 10 + tens // 10}"


def decade_offset(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "la década pasada", "esta década"."""
    return "DATE", f"{setting.reference.year // 10 + options['offset']:03}" if setting.reference else "XXX"


def decade_of_century(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "la segunda década del siglo XX", "el primer lustro de este milenio"."""
    if "c" in parts:
        hundreds = int(parts["c"]) - 1
    elif setting.reference is None:
        return "DATE", "XXX"
    else:
        of_year = setting.reference.year // 1000 * 10 if "milenio" in setting.text else setting.reference.year // 100
        hundreds = of_year + int(parts.get("past") or 0)
    number = int(parts["o"]) - 1
    if "lustrum" not in parts:
        return ("DATE", f"{hundreds * 10 + number:03}") if number < 10 else None
    first = hundreds * 100 + number * int(parts["lustrum"]) + 1
    return "DATE", f"{first:04}/{first + int(parts['lustrum']) - 1:04}"


def century(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A century: "siglo XXI" is 20."""
    number = int(parts["n"])
    before_christ = re.search(r"\ba\W{0,2}c\b|antes", setting.text)
    return "DATE", f"BC{number - 1:02}" if before_christ else f"{number - 1:02}"


def century_offset(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el siglo pasado", "este siglo"."""
    return "DATE", f"{setting.reference.year // 100 + options['offset']:02}" if setting.reference else "XX"


MEANINGS: tuple[Meaning, ...] = (year, year_range, decade, decade_offset, decade_of_century, century, century_offset)
"""What rules call by these functions' names."""
