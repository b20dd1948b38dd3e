"""Batches and shards through an S3 service on loopback, as workers use it that share no folder with the build."""

import shutil

import fsspec
import pytest

from flows.build import check_request
from flows.errors import SourceError
from flows.store.exchange import Exchange
from tests.flows.test_build import RELEASE, build
from tests.object_storage import serve_s3

PEOPLE = "name,aliases,type,country,wikidata_id\nRosa Quintero,,PER,PE,\n"


@pytest.fixture
def bucket(monkeypatch):
    with serve_s3() as address:
        for name, value in {"KEY": "k", "SECRET": "s", "ENDPOINT_URL": f"http://{address}"}.items():
            monkeypatch.setenv(f"FSSPEC_S3_{name}", value)
        options = {"key": "k", "secret": "s", "endpoint_url": f"http://{address}", "skip_instance_cache": True}
        storage = fsspec.filesystem("s3", **options)
        storage.mkdir("archive")
        yield storage


def sums(folder):
    return (folder / "dist/releases" / RELEASE / "SHA256SUMS").read_text()


def test_a_build_through_s3_gives_the_same_bytes_and_another_machine_goes_on_from_there(tmp_path, bucket):
    (tmp_path / "own.csv").write_text(PEOPLE)
    folders = [tmp_path / name for name in ("plain", "exchanged", "elsewhere")]
    for folder in folders:
        folder.mkdir()
    plain, exchanged, elsewhere = folders
    options = ["--entities", tmp_path / "own.csv", "--workers", "2", "--batch-articles", "2"]
    through = [*options, "--exchange", "s3://archive/news"]
    assert build(plain, *options).returncode == 0
    first = build(exchanged, *through)
    assert first.returncode == 0, first.stderr
    assert len(bucket.glob("archive/news/batches/*.parquet")) == 2
    second = build(elsewhere, *through)
    assert "0 articles extracted, 4 taken from the store" in second.stdout
    assert sums(plain) == sums(exchanged) == sums(elsewhere)


def test_a_shard_that_was_not_sent_to_its_end_is_not_taken(tmp_path):
    exchange = Exchange(str(tmp_path / "exchange"))
    store = tmp_path / "elsewhere" / "code"
    for shard in ("whole", "cut"):
        (tmp_path / "code" / shard).mkdir(parents=True)
        for table in ("members", "quotes"):
            (tmp_path / "code" / shard / f"{table}.parquet").write_text(table)
        assert exchange.send_shard(tmp_path / "code" / shard) == f"code/{shard}"
    (tmp_path / "exchange/code/cut/members.parquet").unlink()
    exchange.fetch_store(store)
    assert [path.name for path in store.iterdir()] == ["whole"]
    assert {path.name for path in (store / "whole").iterdir()} == {"members.parquet", "quotes.parquet"}
    shutil.rmtree(tmp_path / "exchange")
    exchange.fetch_store(store)
    assert (store / "whole").is_dir()


def test_a_storage_that_nobody_knows_is_refused_before_the_build(tmp_path):
    (tmp_path / "a.txt").write_text("El martes.")
    with pytest.raises(SourceError, match="carrier-pigeon"):
        check_request(
            str(tmp_path), str(tmp_path), RELEASE, "es_core_news_sm", None, None, "carrier-pigeon://loft/north"
        )
