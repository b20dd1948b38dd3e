"""A folder may bear any name, also one that libraries read as a pattern of names."""

import pytest

from flows.extract.digests import article_digest
from flows.extract.shard import load_articles, write_articles
from flows.records import Article, Findings
from flows.store.clean import find_waste
from flows.store.readings import Readings
from flows.store.shards import keep_shard, known_articles
from tests.store.test_clean import add_release, add_shard
from tests.store.test_readings import FILE, RECORD

ARTICLE = Article(article_id="a_1", source_path="1.txt", text="Sube el pan.")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "[2024] ¿prensa? *"
    folder.mkdir()
    return folder


def test_articles_are_read_again_from_it(folder):
    write_articles([ARTICLE], folder / "batch.parquet")
    assert load_articles(folder / "batch.parquet") == [ARTICLE]


def test_shards_are_known_in_it(folder):
    keep_shard([ARTICLE], [Findings(article=ARTICLE, sentence_count=1, layout=())], [], folder / "shard")
    assert known_articles(folder) == {article_digest(ARTICLE): str(folder / "shard")}


def test_readings_are_known_in_it(folder):
    first = Readings(folder / "readings.parquet", set())
    article = first.read(RECORD, FILE)
    first.save()
    assert isinstance(article, Article)
    again = Readings(folder / "readings.parquet", {article_digest(article)})
    assert again.read(RECORD, FILE).article_id == article.article_id


def test_waste_is_found_in_it(folder):
    add_release(folder, "2024-05-08.1", "b" * 16, ["kept"])
    waste, _ = add_shard(folder, "b" * 16, "gone"), add_shard(folder, "b" * 16, "kept")
    assert [one.path for one in find_waste(folder, releases=1, older_than=2_000_000)] == [waste]
