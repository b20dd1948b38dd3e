"""``source.yml``: what is known of a source beyond its files."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from flows.errors import ConfigError

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class FileFacts(BaseModel):
    """What is known of one article where its own file does not say it; it goes before what the file says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published_on: dt.date | None = None
    country_code: CountryCode | None = None
    translated_from: LanguageCode | None = None


class Source(BaseModel):
    """A source's ``source.yml``; it holds for the files of its folder and of the folders below."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outlet: str | None = None
    """Medium that published the articles, where a file names none."""
    country_code: CountryCode | None = None
    """Country that it writes from, ISO 3166-1 alpha-2."""
    licence: str | None = None
    """Terms of the text, as the publisher states them."""
    republish_text: bool = False
    """Whether those terms let a release carry the full text."""
    trust_dates: bool = True
    """False: dates in the files are a crawler's, not the publisher's, and are not read."""
    fields: dict[str, str] = {}
    """Where records (JSON, CSV, Parquet) have other names: our field -> theirs; dots go into nested objects."""
    files: dict[str, FileFacts] = {}
    """Facts by file below the folder, or by ``file#key`` for a record in a file of many."""


NO_SOURCE = Source()
"""What holds for files without a ``source.yml``."""


def parse_source(content: bytes, path: str) -> Source:
    """Read a ``source.yml``.

    >>> parse_source(b"outlet: El Faro", "x/source.yml").outlet
    'El Faro'

    Raises:
        ConfigError: it is no YAML mapping, or has a field or value that is not known.
    """
    try:
        data: Any = yaml.safe_load(content)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is no valid YAML: {error}") from error
    if data is None:
        return NO_SOURCE
    if not isinstance(data, Mapping):
        raise ConfigError(f"{path} must be a mapping of fields, not a {type(data).__name__}")
    try:
        return Source.model_validate(data)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']} ({e['input']!r})" for e in error.errors())
        raise ConfigError(f"{path}: {faults}") from error
