"""Where shards lie, which articles they hold, and how one comes to be there: whole or not at all."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import polars as pl

from flows.extract.digests import article_digest, extraction_digest
from flows.extract.shard import write_shard
from flows.publish.files import move_into_place
from flows.publish.layout import STORE
from flows.records import Article, Findings, Reject


def store_folder(dist: Path, model: str, people: str | None) -> Path:
    """Where the shards lie that this code, data and model made."""
    return dist / STORE / extraction_digest(model, people)[:16]


def known_articles(store: Path) -> dict[str, str]:
    """Each article digest that the store has, with the shard that it is in."""
    known: dict[str, str] = {}
    for members in sorted(store.glob("*/members.parquet"), reverse=True):
        for digest in pl.read_parquet(members, columns=["article_digest"], glob=False)["article_digest"]:
            known[digest] = str(members.parent)
    return known


def shard_name(articles: Iterable[Article]) -> str:
    """The name of the shard of a batch: a digest of its articles, whatever their order."""
    digests = "\0".join(sorted(article_digest(article) for article in articles))
    return hashlib.sha256(digests.encode()).hexdigest()[:32]


def keep_shard(
    articles: Iterable[Article], findings: Iterable[Findings], rejects: Iterable[Reject], folder: Path
) -> None:
    """Write what a batch says to ``folder``, which appears whole or not at all, whenever the process or machine ends.

    One that is there already is left: another process wrote the same.
    """
    aside = folder.with_name(f"{folder.name}.{os.getpid()}.tmp")
    shutil.rmtree(aside, ignore_errors=True)
    write_shard(articles, findings, rejects, aside)
    try:
        move_into_place(aside, folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(aside)
