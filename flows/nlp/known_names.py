"""Things that a newsroom knows under several names: those that all know, and those of its own list."""

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from flows.errors import ConfigError
from flows.nlp.gazetteer import is_country_code, with_usual_country
from flows.text import fold
from flows.word_lists import parse_words

COLUMNS = ("name", "aliases", "type", "country", "wikidata_id")
TYPES = frozenset({"PER", "ORG", "LOC", "MISC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A thing with the names that mean it wherever they stand."""

    name: str
    entity_type: str
    names: tuple[str, ...]
    wikidata_id: str | None = None
    country_code: str | None = None
    is_own: bool = False
    """It is of a newsroom's own list, which wins over everything else."""

    @property
    def knowledge_id(self) -> str:
        """Stable in every release."""
        return f"{'own' if self.is_own else 'known'}:{self.name}"


@lru_cache(maxsize=8192)
def known_name(text: str) -> Known | None:
    """What a name means wherever it stands; None where that depends on the article.

    Names come back many times over, so the last few thousand are kept.

    >>> known_name("NATO").name
    'OTAN'
    """
    return _by_name().get(fold(with_usual_country(text)))


def known_names() -> tuple[Known, ...]:
    """Those that all know, as listed in ``data/known_names.yml`` and, of persons, ``data/public_figures.yml``."""
    return tuple(
        Known(
            name=entry["name"],
            entity_type=entry.get("type", "PER"),
            names=(entry["name"], *entry.get("also", [])),
            wikidata_id=entry.get("wikidata"),
            country_code=entry.get("country"),
        )
        for file in ("known_names.yml", "public_figures.yml")
        for entry in parse_words(resources.files("flows.nlp").joinpath("data", file).read_text(encoding="utf-8"))
    )


def load_people(path: Path) -> tuple[Known, ...]:
    """Read a newsroom's own list: CSV with the columns name, aliases (split by ``|``), type, country, wikidata_id.

    Only the name must be filled in; a type left empty is PER.

    Raises:
        ConfigError: the file cannot be read, a column is missing, or a type or country is none.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            reader = csv.DictReader(source)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise ConfigError(f"{path} lacks the column(s) {', '.join(missing)}; it has {reader.fieldnames}")
            return tuple(_own(row, f"{path}, line {reader.line_num}") for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"the list of own entities {path} cannot be read: {error}") from error


def _own(row: dict[str, str], where: str) -> Known:
    name, country, kind = (row[column].strip() for column in ("name", "country", "type"))
    if not name:
        raise ConfigError(f"{where}: name is empty")
    if country and not is_country_code(country):
        raise ConfigError(f"{where}: {country!r} is no ISO 3166-1 alpha-2 code of a country")
    if kind and kind not in TYPES:
        raise ConfigError(f"{where}: type {kind!r} is none of {', '.join(sorted(TYPES))}")
    aliases = (alias.strip() for alias in row["aliases"].split("|"))
    return Known(
        name=name,
        entity_type=kind or "PER",
        names=tuple(dict.fromkeys([name, *filter(None, aliases)])),
        wikidata_id=row["wikidata_id"].strip() or None,
        country_code=country or None,
        is_own=True,
    )


@cache
def _by_name() -> dict[str, Known]:
    return {fold(name): known for known in known_names() for name in known.names}
