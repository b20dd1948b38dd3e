"""What the views of a release answer, over two invented articles."""

import duckdb
import pytest

from flows.extract.shard import write_shard
from flows.publish.dictionary import views
from flows.resolve.assemble import resolve
from tests.publish.explorer.telling import tell


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    shard = tmp_path_factory.mktemp("store") / "shard"
    findings = tell()
    write_shard([found.article for found in findings], findings, [], shard)
    with duckdb.connect() as con:
        resolve(con, [shard])
        con.execute(views())
        yield con


def test_who_did_what_has_a_row_a_mention_with_its_parties_and_how_sure_they_are(release):
    rows = release.sql("SELECT who, words, to_whom, status, place, confidence, parties_confidence FROM who_did_what")
    assert rows.fetchall() == [
        (["Ana Ríos"], "visitó", None, "occurred", "Lima", 1.0, 0.7),
        (["Ana Ríos"], "reunió", None, "planned", "Santiago", 1.0, 0.7),
    ]


def test_who_did_what_keeps_a_mention_without_parties(release):
    release.execute("BEGIN")
    release.execute("DELETE FROM event_participants")
    rows = release.sql("SELECT who, to_whom, parties_confidence FROM who_did_what").fetchall()
    release.execute("ROLLBACK")
    assert rows == [(None, None, None)] * 2
