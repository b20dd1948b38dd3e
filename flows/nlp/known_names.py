"""Organisations, regions of the world, wars and the like that every newsroom knows under several names."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from flows.nlp.gazetteer import with_usual_country
from flows.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A thing with the names that mean it wherever they stand."""

    name: str
    entity_type: str
    names: tuple[str, ...]
    wikidata_id: str | None = None

    @property
    def knowledge_id(self) -> str:
        """Stable in every release."""
        return f"known:{self.name}"


def known_name(text: str) -> Known | None:
    """What a name means wherever it stands; None where that depends on the article.

    >>> known_name("NATO").name
    'OTAN'
    """
    return _by_name().get(fold(with_usual_country(text)))


def known_names() -> tuple[Known, ...]:
    """All of them, as listed."""
    text = resources.files("flows.nlp").joinpath("data/known_names.yml").read_text(encoding="utf-8")
    return tuple(
        Known(
            name=entry["name"],
            entity_type=entry["type"],
            names=(entry["name"], *entry.get("also", [])),
            wikidata_id=entry.get("wikidata"),
        )
        for entry in yaml.safe_load(text)
    )


@cache
def _by_name() -> dict[str, Known]:
    return {fold(name): known for known in known_names() for name in known.names}
