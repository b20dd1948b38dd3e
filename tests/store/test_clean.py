"""Cleaning the store keeps what the latest release can be built from."""

import json
import os

import polars as pl
import pytest

from flows.errors import PublishError
from flows.extract.shard import write_shard
from flows.publish.index import only_writer
from flows.records import Article, Findings
from flows.store.clean import clean_store, find_waste

OLD, LONG_AGO, NOW = "0" * 16, 1_000_000, 2_000_000


def add_shard(dist, made_by, name, *, at=LONG_AGO):
    article = Article(article_id=f"a_{name}", source_path=f"{name}.txt", text=name)
    folder = dist / ".store" / made_by / name
    write_shard([article], [Findings(article=article, sentence_count=1, layout=())], [], folder)
    for path in (folder, folder.parent):
        os.utime(path, (at, at))
    return folder


def add_release(dist, name, made_by, articles, rejects=()):
    folder = dist / "releases" / name
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps({"code": {"extraction_sha256": made_by * 4}}))
    pl.DataFrame({"article_id": [f"a_{article}" for article in articles]}).write_parquet(folder / "articles.parquet")
    rows = pl.DataFrame({"source_path": [f"{reject}.txt" for reject in rejects]}, schema={"source_path": pl.String})
    rows.write_parquet(folder / "rejects.parquet")
    (dist / "index.json").write_text(json.dumps({"latest": name, "releases": []}))


@pytest.fixture
def dist(tmp_path):
    add_release(tmp_path, "2024-05-08.2", "b" * 16, ["gone"])
    add_release(tmp_path, "2024-05-08.10", "c" * 16, ["kept"], ["rejected"])
    for made_by, name in [("b" * 16, "gone"), ("c" * 16, "kept"), ("c" * 16, "rejected"), ("c" * 16, "changed")]:
        add_shard(tmp_path, made_by, name)
    add_shard(tmp_path, OLD, "older")
    add_shard(tmp_path, "d" * 16, "of_now", at=NOW)
    (tmp_path / ".store/built.json").write_text("{}")
    return tmp_path


def waste(dist, releases=1):
    return [one.path.name for one in find_waste(dist, releases=releases, older_than=LONG_AGO + 1)]


def test_find_waste_keeps_what_the_latest_release_and_a_build_of_now_need(dist):
    assert waste(dist) == [OLD, "b" * 16, "changed"]
    assert all(one.byte_count > 0 for one in find_waste(dist, releases=1, older_than=NOW))


def test_find_waste_keeps_what_more_releases_need_where_that_is_asked_for(dist):
    assert waste(dist, releases=2) == [OLD, "changed"]


def test_find_waste_takes_nothing_that_is_young(dist):
    assert find_waste(dist, releases=1, older_than=LONG_AGO) == []


def test_clean_store_removes_what_was_found_and_no_more(dist):
    clean_store(dist, find_waste(dist, releases=1, older_than=NOW))
    left = sorted(path.relative_to(dist / ".store").as_posix() for path in (dist / ".store").glob("*/*"))
    assert left == [f"{'c' * 16}/kept", f"{'c' * 16}/rejected", f"{'d' * 16}/of_now"]
    assert waste(dist) == []


def test_clean_store_waits_for_no_build(dist):
    with only_writer(dist), pytest.raises(PublishError, match="another build"):
        clean_store(dist, [])
