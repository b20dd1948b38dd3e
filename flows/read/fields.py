"""A mapping of a file's fields (JSON, CSV, Parquet) to a record."""

import math
from collections.abc import Mapping
from typing import Any

from flows.errors import RecordError
from flows.read.dates import parse_date
from flows.read.record import Context, Record
from flows.text import normalise

FIELDS = ("id", "text", "title", "url", "outlet", "byline", "published_on", "updated_on")
"""Our names: what a file's fields are called unless ``source.yml`` says otherwise."""


def to_record(data: Any, place: str, context: Context) -> Record | RecordError:
    """Make a record of a mapping of fields; those that no name of ours points at are left.

    Args:
        data: the mapping; anything else is a fault.
        place: the key of a record that has no ``id``: its line number.
        context: of its file.
    """
    if not isinstance(data, Mapping):
        return context.fault("not_a_record", f"a {type(data).__name__} where an article's fields should be", place)
    values = {name: _find(data, field_name(name, context)) for name in FIELDS}
    key = _key(values["id"]) or place
    text = _joined(values["text"])
    if text is None:
        return context.fault("no_text", f"it has no text in the field {field_name('text', context)!r}", key)
    if len(text) > context.limits.article_bytes:
        return context.fault("too_large", f"more than {context.limits.article_bytes:,} characters", key)
    return Record(
        key=key,
        text=text,
        title=_line(values["title"]),
        url=_line(values["url"]),
        outlet=_line(values["outlet"]),
        byline=_line(values["byline"]),
        published_on=parse_date(values["published_on"]),
        updated_on=parse_date(values["updated_on"]),
    )


def field_name(name: str, context: Context) -> str:
    """What the file calls a field of ours."""
    return context.fields.get(name, name)


def _find(data: Mapping[str, Any], name: str) -> Any:
    if name in data:
        return data[name]
    value: Any = data
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _key(value: Any) -> str | None:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, str | int | float):
        return normalise("".join(char for char in str(value).strip() if char.isprintable())) or None
    return None


def _joined(value: Any) -> str | None:
    """A text, or the lines of a list of them."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return value if isinstance(value, str) else None


def _line(value: Any) -> str | None:
    """A value as one line; the names of a list after one another."""
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())
    return None
