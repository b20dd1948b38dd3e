"""What the rules of ``data/times.yml`` mean: from a phrase found to its TIMEX3 type and value."""

from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings import (
    clock_times,
    days,
    holidays,
    lengths,
    months,
    relative_dates,
    stretches,
    told_dates,
    year_parts,
    years,
)
from flows.extract.times.meanings.setting import Meaning, Parts, Setting


def fixed(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "ahora", "pronto", "mucho tiempo", "cada noche": what the rule itself says, wherever it stands."""
    return options["type"], options["value"]


MEANINGS: Mapping[str, Meaning] = {
    meaning.__name__: meaning
    for group in (
        days,
        months,
        years,
        year_parts,
        stretches,
        holidays,
        relative_dates,
        told_dates,
        lengths,
        clock_times,
    )
    for meaning in group.MEANINGS
} | {"fixed": fixed}
"""The functions by the names that rules call them by."""
