"""Releases on S3: a real service on loopback."""

import duckdb
import fsspec
import pytest

from flows.errors import PublishError
from flows.publish.connect import connect, load_httpfs
from flows.publish.release import publish_release
from flows.publish.transfer import upload
from tests.object_storage import serve_s3
from tests.world import Told, make_world

PEOPLE = 20_000
TARGET = "s3://archive/news"


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    root = tmp_path_factory.mktemp("s3")
    world = {str(n): [Told(f"Ana {n * 7919 % PEOPLE}", f"Ana {n * 7919 % PEOPLE}", "e")] for n in range(PEOPLE)}
    publish_release(make_world(root / "w.duckdb", world), root / "dist", "2024-03-01.1", model="es_core_news_sm")
    return root / "dist"


@pytest.fixture
def endpoint():
    with serve_s3() as address:
        yield address


@pytest.fixture
def access(endpoint):
    """Fsspec's options for the service, with a bucket in it."""
    options = {"key": "k", "secret": "s", "endpoint_url": f"http://{endpoint}", "skip_instance_cache": True}
    fsspec.filesystem("s3", **options).mkdir("archive")
    return options


def test_upload_brings_a_release_to_s3_where_connect_queries_it(dist, access):
    done = upload(dist, TARGET, **access)
    assert upload(dist, TARGET, **access).kept == done.sent
    with connect(TARGET, **access) as con:
        assert con.sql("SELECT count(*) FROM who_said_what").fetchone() == (PEOPLE,)


def test_upload_to_s3_gives_way_to_an_index_that_came_meanwhile(dist, access, monkeypatch):
    storage = fsspec.filesystem("s3", **access)
    pipe = type(storage).pipe_file
    theirs = [b'{"latest": null, "releases": []}', b'{"releases": [], "latest": null}']

    def pipe_after_another(self, path, content, **condition):
        if condition:  # between the look at the index and its writing
            pipe(self, path, index)
        return pipe(self, path, content, **condition)

    monkeypatch.setattr(type(storage), "pipe_file", pipe_after_another)
    for index in theirs:  # the first comes where none was, the second in its place
        with pytest.raises(PublishError, match="moved while"):
            upload(dist, TARGET, **access)
        assert storage.cat_file(f"{TARGET}/index.json") == index


def test_duckdb_alone_reads_a_release_on_s3(dist, access, endpoint):
    pytest.importorskip("duckdb_extension_httpfs")
    upload(dist, TARGET, **access)
    with duckdb.connect() as con:
        load_httpfs(con)
        con.execute(
            f"CREATE SECRET (TYPE s3, KEY_ID 'k', SECRET 's', ENDPOINT '{endpoint}', USE_SSL false, URL_STYLE 'path')"
        )
        found = con.sql(
            f"SELECT count(*) FROM read_parquet('{TARGET}/releases/2024-03-01.1/quotes.parquet')"
        ).fetchone()
    assert found == (PEOPLE,)
