"""What an article says of itself: who signs it, whom it credits, when it was updated, that it is a translation."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale

from flows.nlp.agencies import agencies, agency_pattern
from flows.nlp.layout import paragraphs
from flows.read.dates import find_date
from flows.word_lists import parse_words

EDGE_PARAGRAPHS = 4
"""So many first and last paragraphs may speak of the article itself, whatever the layout takes them for."""
EDGE_MAX_CHARS = 400

NAME = r"[A-ZÁÉÍÓÚÜÑ][\w.’'-]*(?: (?:(?:de|del|la|las|los|da|van|von) )*[A-ZÁÉÍÓÚÜÑ][\w’'-]*){0,5}"
PHOTO = re.compile(
    r"\W*(?i:fotos?\b|fotograf|imagen|imágenes|crédito|captura|derechos de autor|fuente de la imagen|image|getty"
    r"|pie de foto|una publicación|ver esta|v[ií]deo|ilustración|infografía)"
    r"|[—–-]|[A-ZÁÉÍÓÚÑ][a-z]\w+ [A-ZÁÉÍÓÚÑ][a-z]\w+[^/]{0,30}/"
)
"""A credit of a picture or a post, not of the article's contents; "Ana Paz / EFE" is a photographer's."""
DATELINE_AGENCY = r"^.{{0,80}}?\(({agency})\) ?[.—–-]"
SEPARATOR = re.compile(r", | y | and ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What an article's own text says of it; None where it does not."""

    title: str | None = None
    byline: str | None = None
    published_on: dt.date | None = None
    updated_on: dt.date | None = None
    translated_from: str | None = None
    machine_translated: bool = False
    credited_outlets: tuple[str, ...] = ()


def read_claims(text: str, title: str | None = None) -> Claims:
    r"""Read what a text says of itself, in its credits and at its edges.

    >>> read_claims("El pan subió.\nCon información de EFE").credited_outlets
    ('EFE',)

    Args:
        text: normalised text.
        title: the headline where metadata give it.
    """
    pieces = [(each.kind, text[each.char_start : each.char_end]) for each in paragraphs(text, title)]
    credits = [line for kind, line in pieces if kind in ("credit", "boilerplate")]
    signed = [line for kind, line in pieces if kind == "credit"]
    edges = [line for _, line in (pieces[:EDGE_PARAGRAPHS] + pieces[-EDGE_PARAGRAPHS:]) if len(line) <= EDGE_MAX_CHARS]
    own = list(dict.fromkeys(credits + edges))
    head = [line for _, line in pieces[:EDGE_PARAGRAPHS]]
    return Claims(
        title=next((line for kind, line in pieces if kind == "title"), None),
        byline=_first(own, "byline"),
        published_on=_first_date(head, "published_on"),
        updated_on=_first_date(own, "updated_on"),
        translated_from=_language_code(_first(own, "translated_from")),
        machine_translated=_first(own, "machine_translated") is not None,
        credited_outlets=tuple(sorted(_credited(signed, credits, head))),
    )


def _first(lines: list[str], field: str) -> str | None:
    return next(_values(lines, field), None)


def _first_date(lines: list[str], field: str) -> dt.date | None:
    return next((date for value in _values(lines, field) if (date := find_date(value))), None)


def _values(lines: list[str], field: str) -> Iterator[str]:
    """What the patterns of a field find, in the order of the lines; the whole match where no group bears its name."""
    for line in lines:
        for pattern in patterns()[field]:
            for match in pattern.finditer(line):
                yield (match[field] if field in pattern.groupindex else match.group()).strip()


def _language_code(name: str | None) -> str | None:
    return None if name is None else languages()[name.lower()]


def _credited(signed: list[str], credits: list[str], head: list[str]) -> set[str]:
    """Who stands in the credits, in the date line, or in a phrase that credits."""
    contents = [line for line in signed if not PHOTO.match(line)]
    found = {agencies()[match] for line in contents for match in re.findall(agency_pattern(), line)}
    for line in head:
        if match := re.match(DATELINE_AGENCY.format(agency=agency_pattern()), line):
            found.add(agencies()[match.group(1)])
    for value in _values([line for line in credits if not PHOTO.match(line)], "credited"):
        found |= {agencies().get(name, name) for part in SEPARATOR.split(value) if (name := part.strip(" .,"))}
    return found


@cache
def languages() -> dict[str, str]:
    """Spanish names of languages -> ISO 639-1; without Spanish, which nothing here is translated from."""
    return {name: code for code, name in Locale("es").languages.items() if len(code) == 2 and code != "es"}


@cache
def patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The compiled patterns of each field."""
    names = "(?:" + "|".join(re.escape(name) for name in sorted(languages(), key=len, reverse=True)) + ")"
    return {
        field: tuple(
            re.compile(entry["pattern"].replace("{name}", NAME).replace("{language}", names)) for entry in entries
        )
        for field, entries in load_data().items()
    }


def load_data() -> dict[str, Any]:
    """``data/about.yml``."""
    content = resources.files("flows.read").joinpath("data/about.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_words(content)
    return data
