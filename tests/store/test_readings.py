"""A record that was read before is not read again, and anything that decides its article makes it another record."""

import dataclasses

import pytest
from fsspec.implementations.local import LocalFileSystem

from flows.config import Source
from flows.errors import RecordError
from flows.extract.digests import article_digest
from flows.read import RawFile, Record
from flows.records import Article
from flows.store import readings
from flows.store.readings import ReadBefore, Readings

RECORD = Record(key="7", text="El puerto abrió este lunes, dijo la alcaldesa.", title="Abre el puerto")
FILE = RawFile(path="a.jsonl", size=1, location="/a.jsonl", storage=LocalFileSystem(), below_source="a.jsonl")


def read_and_save(path, record=RECORD, file=FILE):
    first = Readings(path, set())
    article = first.read(record, file)
    first.save()
    assert isinstance(article, Article)
    return article


def test_read_knows_a_record_that_gave_an_article_of_the_store(tmp_path, monkeypatch):
    article = read_and_save(tmp_path / "readings.parquet")
    digest = article_digest(article)
    monkeypatch.setattr(readings, "read_article", lambda *_: pytest.fail("it was read again"))
    for _ in range(2):  # what is known is noted again
        again = Readings(tmp_path / "readings.parquet", {digest})
        assert again.read(RECORD, FILE) == ReadBefore("a.jsonl#7", article.article_id, digest)
        again.save()


def test_read_wants_the_article_that_no_shard_has(tmp_path):
    article = read_and_save(tmp_path / "readings.parquet")
    assert Readings(tmp_path / "readings.parquet", set()).read(RECORD, FILE) == article


@pytest.mark.parametrize(
    ("record", "source"),
    [
        (dataclasses.replace(RECORD, text=f"{RECORD.text} Habrá barcos."), {}),
        (dataclasses.replace(RECORD, title="Otro"), {}),
        (RECORD, {"outlet": "El Faro"}),
        (RECORD, {"republish_text": True}),
        (RECORD, {"files": {"a.jsonl#7": {"url": "https://faro.example/7"}}}),
    ],
)
def test_read_takes_what_decides_the_article_otherwise_for_another_record(record, source, tmp_path):
    article = read_and_save(tmp_path / "readings.parquet")
    file = dataclasses.replace(FILE, source=Source.model_validate(source))
    again = Readings(tmp_path / "readings.parquet", {article_digest(article)}).read(record, file)
    assert isinstance(again, Article) and again != article


def test_read_takes_all_for_new_after_a_change_of_code(tmp_path, monkeypatch):
    article = read_and_save(tmp_path / "readings.parquet")
    monkeypatch.setattr(readings, "_made_by", lambda: "other code")
    assert Readings(tmp_path / "readings.parquet", {article_digest(article)}).read(RECORD, FILE) == article


def test_read_knows_why_a_record_was_turned_away(tmp_path, monkeypatch):
    empty = dataclasses.replace(RECORD, text=" ")
    first = Readings(tmp_path / "readings.parquet", set())
    with pytest.raises(RecordError) as reason:
        first.read(empty, FILE)
    first.save()
    monkeypatch.setattr(readings, "read_article", lambda *_: pytest.fail("it was read again"))
    with pytest.raises(RecordError) as again:
        Readings(tmp_path / "readings.parquet", set()).read(empty, FILE)
    assert (again.value.check, again.value.source_path, again.value.reason) == (
        "empty",
        "a.jsonl#7",
        reason.value.reason,
    )
