"""Extracting a batch so that an article at fault, even one that ends its process, costs itself alone."""

from collections.abc import Iterator
from pathlib import Path

from flows.errors import ConfigError
from flows.extract.digests import extraction_digest
from flows.extract.shard import load_articles, write_articles
from flows.ids import make_id
from flows.records import Article, Reject
from flows.store.processes import Fault, Tools, extract_apart
from flows.store.shards import keep_shard, shard_name

MAX_ENDS = 30
"""A batch of which nothing was extracted after so many ends of processes has a cause that is none of its articles."""


def extract_guarded(batch: Path, store: Path, aside: Path, tools: Tools) -> list[Path]:
    """Say what the articles of a batch say, into shards of the store; a shard that is there already is left as it is.

    A batch that fails, or whose process ends, is cut into halves until the article at fault is found. That one becomes
    a reject: in a shard of its own, or, if its fault may pass (too little memory), in one below ``aside``, so that
    the next build tries it again.

    Args:
        batch: Parquet file of articles, as ``write_articles`` writes it.
        store: the folder of shards that this code, data and model make.
        aside: folder for what holds for this build alone.
        tools: pipeline and own names.

    Returns:
        The shards' folders; together they hold each article of the batch once.

    Raises:
        StopError: a fault that is no article's.
    """
    if store.name != extraction_digest(*tools)[:16]:
        raise ConfigError("a worker has other code or another model than the build; install the same on both")
    return list(_Batch(store, aside, tools).extract(batch, load_articles(batch)))


class _Batch:
    def __init__(self, store: Path, aside: Path, tools: Tools) -> None:
        self._store = store
        self._aside = aside
        self._tools = tools
        self._ends = 0
        self._is_any_extracted = False

    def extract(self, path: Path, articles: list[Article]) -> Iterator[Path]:
        shard = self._store / shard_name(articles)
        fault = None if shard.is_dir() else self._try(path, shard)
        if fault is not None and fault.is_fatal and len(articles) == 1:
            fault = self._try(path, shard)  # an article is blamed only for what it does twice
        if fault is None:
            self._is_any_extracted = True
            yield shard
        elif len(articles) == 1:
            folder = self._aside / shard.name if fault.may_pass else shard
            keep_shard(articles, [], [_reject(articles[0], fault)], folder)
            yield folder
        else:
            middle = len(articles) // 2
            for half in (articles[:middle], articles[middle:]):
                half_path = path.with_name(f"{shard_name(half)}.parquet")
                write_articles(half, half_path)
                yield from self.extract(half_path, half)

    def _try(self, path: Path, shard: Path) -> Fault | None:
        fault = extract_apart(path, shard, self._tools)
        if fault is not None and fault.is_fatal:
            self._ends += 1
            if self._ends >= MAX_ENDS and not self._is_any_extracted:
                raise ConfigError(
                    f"{self._ends} processes that extract have ended, and not one article was extracted (the last: "
                    f"{fault.reason}); give the build more memory, or fewer --workers"
                )
        return fault


def _reject(article: Article, fault: Fault) -> Reject:
    return Reject(
        reject_id=make_id("r", "extract", article.source_path),
        stage="extract",
        source_path=article.source_path,
        table_name=None,
        check_name=fault.check,
        reason=fault.reason,
        row=None,
    )
