"""What Prefect's pages show of where a release comes from: the raw folder is one asset, each release another."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from prefect import Task
from prefect.assets import Asset, AssetProperties, materialize
from prefect.cache_policies import NO_CACHE

P = ParamSpec("P")
R = TypeVar("R")

FORBIDDEN = re.compile(r"""[\s\0#?&%"'<>\[\]{}|\\^`]""")
"""What Prefect allows in no asset's key."""

KEY_CHARS = 512


def releasing(task: Task[P, R], raw: str, release: Path) -> Callable[P, R]:
    """The task that publishes a release, such that its run emits the release as an asset made of the raw folder.

    Args:
        task: publishes the release.
        raw: folder or address of the article files.
        release: the folder that the task makes.
    """
    made = Asset(key=asset_key(str(release)), properties=AssetProperties(name=f"release {release.name}"))
    source = Asset(key=asset_key(raw), properties=AssetProperties(name="raw articles"))
    return materialize(made, by="teletipo", name=task.name, asset_deps=[source], cache_policy=NO_CACHE)(task.fn)


def asset_key(place: str) -> str:
    """The address of a folder as a key that Prefect takes: absolute, and with ``_`` for what it forbids.

    >>> asset_key("s3://noticias/raw")
    's3://noticias/raw'
    >>> asset_key("/datos/mi prensa")
    'file:///datos/mi_prensa'
    """
    scheme, _, path = place.rpartition("://")
    if not scheme:
        scheme, path = "file", Path(place).resolve().as_posix()
    key = f"{scheme.lower()}://{FORBIDDEN.sub('_', path)}"
    return key if len(key) <= KEY_CHARS else f"{scheme.lower()}://{key[len(scheme) + 3 - KEY_CHARS :]}"
