"""Reading a release from anywhere with DuckDB: a folder of releases, one release, or the address of either."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import fsspec

from flows.errors import PublishError
from flows.publish.database import open_release
from flows.publish.dictionary import views
from flows.publish.fetch import is_http, read_bytes
from flows.publish.index import find_release
from flows.publish.layout import INDEX, MANIFEST, RELEASES
from flows.resolve.past import escape

LATEST = "latest"


def connect(place: str | Path, release: str = LATEST, **options: Any) -> duckdb.DuckDBPyConnection:
    """Connect to a release: its tables and views under their names.

    From afar only the parts of the files that a query needs are read: over HTTP with DuckDB's extension httpfs (that of
    the package ``duckdb-extension-httpfs`` if it is installed, else one that DuckDB fetches), else with fsspec, so that
    one way to log in serves ``teletipo publish`` and this.

    Args:
        place: a folder of releases, a release's folder, or the address (``https://``, ``s3://``) of either.
        release: name of a release; of a single release's folder it is not looked at.
        options: fsspec's own, such as credentials; of an address that is not HTTP.

    Raises:
        PublishError: there is no such release.
    """
    if "://" not in str(place):
        folder = Path(place)
        single = (folder / MANIFEST).is_file()
        return open_release(folder if single else find_release(folder, None if release == LATEST else release))
    address = _address(str(place).rstrip("/"), release, options)
    manifest = json.loads(read_bytes(f"{address}/{MANIFEST}", **options))
    con = duckdb.connect()
    if is_http(address):
        load_httpfs(con)
    else:
        storage, _ = fsspec.core.url_to_fs(address, **options)
        con.register_filesystem(storage)
    for name, facts in manifest["tables"].items():
        con.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{escape(address)}/{facts['file']}')")
    con.execute(views())
    return con


def _address(place: str, release: str, options: dict[str, Any]) -> str:
    """The address of a release below ``place``, which may be one itself."""
    try:
        index = json.loads(read_bytes(f"{place}/{INDEX}", **options))
    except PublishError:
        return place
    names = {entry["release"]: entry["status"] for entry in index["releases"]}
    name = index["latest"] if release == LATEST else release
    if name not in names:
        raise PublishError(f"{place} has no release {name}; there are {', '.join(names) or 'none'}")
    if names[name] == "retired":
        raise PublishError(f"release {name} is retired: its files are no longer in {place}")
    return f"{place}/{RELEASES}/{name}"


def load_httpfs(con: duckdb.DuckDBPyConnection) -> None:
    """Let a connection read over HTTP and S3."""
    try:
        package = import_module("duckdb_extension_httpfs")
    except ImportError:
        con.execute("INSTALL httpfs")
        con.execute("LOAD httpfs")
        return
    file = next(Path(str(package.__file__)).parent.rglob("httpfs.duckdb_extension"))
    con.execute(f"LOAD '{escape(str(file))}'")
