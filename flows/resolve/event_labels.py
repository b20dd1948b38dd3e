"""What PLOVER says of an event's type, and a short Spanish line for it."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from flows.word_lists import parse_words

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
NAMED_PARTIES = 3
STATUS_MARKS = {"occurred": "", "planned": "previsto: ", "hypothetical": "posible: ", "denied": "desmentido: "}


def label_event(
    *,
    event_type: str,
    mode: str | None,
    family: str,
    status: str,
    actors: Sequence[str],
    recipients: Sequence[str],
    place: str | None,
    starts_on: dt.date | None,
    ends_on: dt.date | None,
) -> str:
    """Say in a line what happened, to whom, where and when.

    >>> label_event(event_type="CONSULT", mode="visit", family="visit", status="occurred", actors=["Lula"],
    ...             recipients=["Portugal"], place="Lisboa", starts_on=dt.date(2024, 5, 3), ends_on=dt.date(2024, 5, 3))
    'Visita de Lula a Portugal (Lisboa, 3 de mayo de 2024)'
    """
    labels = _data("event_labels.yml")
    words = labels.get(family) or labels.get(f"{event_type} {mode}") or labels[event_type]
    line: str = words["noun"]
    if actors:
        line += f" {words['actors']} {_names(actors)}"
    if recipients:
        line += f" {words['recipients']} {_names(recipients)}"
    circumstances = ", ".join(each for each in (place, spanish_date(starts_on, ends_on)) if each)
    mark = STATUS_MARKS[status]
    line = mark.capitalize() + line[0].lower() + line[1:] if mark else line
    return f"{line} ({circumstances})" if circumstances else line


def spanish_date(starts_on: dt.date | None, ends_on: dt.date | None) -> str | None:
    """A date or interval as Spanish writes it, as precise as it is.

    >>> spanish_date(dt.date(2024, 5, 1), dt.date(2024, 5, 31))
    'mayo de 2024'
    """
    if starts_on is None or ends_on is None:
        return None
    if starts_on == ends_on:
        return f"{starts_on.day} de {MONTHS[starts_on.month - 1]} de {starts_on.year}"
    if (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month):
        whole = starts_on.day == 1 and (ends_on + dt.timedelta(days=1)).day == 1
        month = f"{MONTHS[starts_on.month - 1]} de {starts_on.year}"
        return month if whole else f"{starts_on.day} a {ends_on.day} de {month}"
    if starts_on.year == ends_on.year:
        return str(starts_on.year)
    return f"{starts_on.year} a {ends_on.year}"


def quad_class(event_type: str) -> str:
    """PLOVER's quad class of a type.

    >>> quad_class("SANCTION")
    'material_conflict'
    """
    quad: str = _data("plover.yml")[event_type]["quad_class"]
    return quad


def goldstein(event_type: str, mode: str | None) -> float:
    """PLOVER's score of a type, or of its mode.

    >>> goldstein("CONSULT", None), goldstein("CONSULT", "visit")
    (2.5, 4.0)
    """
    entry = _data("plover.yml")[event_type]
    return float(entry.get("modes", {}).get(mode, entry["score"]))


def _names(names: Sequence[str]) -> str:
    shown = list(names[:NAMED_PARTIES]) + (["otros"] if len(names) > NAMED_PARTIES else [])
    if len(shown) == 1:
        return shown[0]
    last = "e" if shown[-1].lower().startswith(("i", "hi")) and not shown[-1].lower().startswith("hie") else "y"
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"


@cache
def _data(name: str) -> dict[str, Any]:
    text = resources.files("flows.resolve").joinpath(f"data/{name}").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_words(text)
    return data
