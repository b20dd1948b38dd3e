"""A mapping of a file's fields (JSON, CSV, Parquet) to a record."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flows.errors import RecordError
from flows.read.record import Context, Record

FIELDS = ("id", "text", "title", "url", "outlet", "byline", "published_on", "updated_on")
"""Our names: what a file's fields are called unless ``source.yml`` says otherwise."""


def to_record(data: Any, place: str, context: Context) -> Record | RecordError:
    """Make a record of a mapping of fields.

    Args:
        data: the mapping; anything else is a fault.
        place: the key of a record that has no ``id``: its line number.
        context: of its file.
    """
    if not isinstance(data, Mapping):
        return context.fault("not_a_record", f"a {type(data).__name__} where an article's fields should be", place)
    values = {name: _find(data, context.fields.get(name, name)) for name in FIELDS}
    key = place if values["id"] in (None, "") else str(values["id"])
    if not isinstance(values["text"], str):
        named = context.fields.get("text", "text")
        return context.fault("no_text", f"it has no text in the field {named!r}", key)
    return Record(
        key=key,
        text=values["text"],
        title=_text(values["title"]),
        url=_text(values["url"]),
        outlet=_text(values["outlet"]),
        byline=_text(values["byline"]),
        published_on=_date(values["published_on"]),
        updated_on=_date(values["updated_on"]),
    )


def _find(data: Mapping[str, Any], name: str) -> Any:
    if name in data:
        return data[name]
    value: Any = data
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _text(value: Any) -> str | None:
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())
    return None


def _date(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
