import fsspec
import pytest

from flows.errors import PublishError
from flows.publish.connect import connect
from flows.publish.release import publish_release
from flows.publish.transfer import upload
from flows.verification import verify_release
from tests.server import serve
from tests.world import Told, make_world

MODEL = "es_core_news_sm"
ONE = {"uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "e1")]}
TWO = ONE | {"dos.txt": [Told("Luis Sosa", "Luis Sosa", "e2")]}


def release(tmp_path, world, name, dist="dist"):
    return publish_release(make_world(tmp_path / "w.duckdb", world), tmp_path / dist, name, model=MODEL)


@pytest.fixture
def storage():
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    yield memory
    memory.store.clear()


def test_upload_sends_a_release_and_its_index(tmp_path, storage):
    release(tmp_path, ONE, "2024-03-01.1")
    upload(tmp_path / "dist", "memory://public/news")
    assert storage.cat_file("/public/news/index.json") == (tmp_path / "dist/index.json").read_bytes()
    assert verify_release("memory://public/news/releases/2024-03-01.1") == []


def test_upload_again_sends_nothing(tmp_path, storage):
    release(tmp_path, ONE, "2024-03-01.1")
    first = upload(tmp_path / "dist", "memory://public/news")
    again = upload(tmp_path / "dist", "memory://public/news")
    assert (first.sent, first.kept) == (again.kept, again.sent)


def test_upload_copies_what_did_not_change(tmp_path, storage):
    release(tmp_path, ONE, "2024-03-01.1")
    upload(tmp_path / "dist", "memory://public/news")
    release(tmp_path, ONE, "2024-03-02.1")
    done = upload(tmp_path / "dist", "memory://public/news")
    assert done.copied >= 12
    assert verify_release("memory://public/news/releases/2024-03-02.1") == []


def test_upload_goes_on_after_it_was_interrupted(tmp_path, storage, monkeypatch):
    release(tmp_path, ONE, "2024-03-01.1")
    put = type(storage).put_file
    monkeypatch.setattr(type(storage), "put_file", lambda self, a, b: 1 / 0 if "quotes" in b else put(self, a, b))
    with pytest.raises(ZeroDivisionError):
        upload(tmp_path / "dist", "memory://public/news")
    assert not storage.exists("/public/news/index.json")
    monkeypatch.undo()
    upload(tmp_path / "dist", "memory://public/news")
    assert verify_release("memory://public/news/releases/2024-03-01.1") == []


def test_upload_refuses_a_target_with_releases_of_others(tmp_path, storage):
    release(tmp_path, ONE, "2024-03-01.1")
    upload(tmp_path / "dist", "memory://public/news")
    release(tmp_path, TWO, "2024-03-01.1", dist="other")
    with pytest.raises(PublishError, match=r"has a release 2024-03-01.1 that is not ours"):
        upload(tmp_path / "other", "memory://public/news")


def test_upload_stops_when_the_index_moves_meanwhile(tmp_path, storage, monkeypatch):
    release(tmp_path, ONE, "2024-03-01.1")
    put = type(storage).put_file

    def put_while_another_publishes(self, here, there):
        self.pipe_file("/public/news/index.json", b'{"latest": null, "releases": []}')
        put(self, here, there)

    monkeypatch.setattr(type(storage), "put_file", put_while_another_publishes)
    with pytest.raises(PublishError, match="moved while"):
        upload(tmp_path / "dist", "memory://public/news")
    assert storage.cat_file("/public/news/index.json") == b'{"latest": null, "releases": []}'


def test_connect_opens_a_folder_of_releases_and_a_release(tmp_path):
    release(tmp_path, ONE, "2024-03-01.1")
    folder = release(tmp_path, TWO, "2024-03-02.1")
    for place, name, count in (
        (tmp_path / "dist", "latest", 2),
        (tmp_path / "dist", "2024-03-01.1", 1),
        (folder, "latest", 2),
    ):
        with connect(place, name) as con:
            assert con.sql("SELECT count(*) FROM who_said_what").fetchone() == (count,)


def test_connect_says_what_releases_there_are(tmp_path):
    release(tmp_path, ONE, "2024-03-01.1")
    with pytest.raises(PublishError, match=r"there are 2024-03-01.1"):
        connect(tmp_path / "dist", "2030-01-01.1")
    with serve(tmp_path / "dist") as server, pytest.raises(PublishError, match=r"there are 2024-03-01.1"):
        connect(server.address, "2030-01-01.1")


def test_connect_reads_over_http_only_what_a_query_needs(tmp_path):
    pytest.importorskip("duckdb_extension_httpfs")
    people = 40_000
    world = {str(n): [Told(f"Ana {n * 7919 % people}", f"Ana {n * 7919 % people}", "e")] for n in range(people)}
    folder = release(tmp_path, world, "2024-03-01.1")
    with serve(tmp_path / "dist") as server, connect(server.address) as con:
        server.sent = 0
        assert con.sql("SELECT count(*) FROM entity_mentions").fetchone() == (people,)
        assert server.sent < (folder / "entity_mentions.parquet").stat().st_size / 4
