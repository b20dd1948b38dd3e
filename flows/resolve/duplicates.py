"""Which articles repeat another one: word for word, or lightly edited, cut or under another headline."""

import datetime as dt
from collections.abc import Iterator

import duckdb
import polars as pl
from datasketch import MinHash, MinHashLSH

from flows.extract.signatures import PERMUTATIONS, load_signature

BANDS, ROWS = 32, 4
"""Articles are compared whose signatures agree in one band of four values: nearly all of likeness 0.5 (0.87) and more
(0.99 from 0.6), one in twenty of likeness 0.2."""
LIKENESS = 0.45
"""Least share of word pairs in common. A tenth of the words edited leaves 0.66; two papers' own reports of the same
event have 0.1."""
CONTAINED = 0.85
"""Or so much of the shorter one's word pairs in the longer one: a dispatch that was cut."""
LEAST_LIKENESS = 0.25
"""What is cut more than that is another text."""
LEAST_PAIRS = 30
"""Shorter texts repeat another only word for word: what few words have in common says little."""
WINDOW = dt.timedelta(days=14)
"""A dispatch is reprinted within days; what is alike and months apart is a form that is filled in anew."""
FETCHED_ROWS = 10_000


def resolve_duplicates(con: duckdb.DuckDBPyConnection) -> None:
    """Say of each article which earlier one it repeats.

    Reads ``articles``. Writes ``article_duplicates(article_id, duplicate_of)``, a row for each that repeats one; what
    that points at repeats none. Earliest is the first published, of undated ones the first by id.
    """
    con.execute("CREATE TABLE article_duplicates (article_id VARCHAR, duplicate_of VARCHAR)")
    known = _Originals()
    found = [
        (article[0], original) for article in _articles(con) if (original := known.find_or_add(*article)) is not None
    ]
    rows = pl.DataFrame(found, schema={"article_id": pl.String, "duplicate_of": pl.String}, orient="row")
    con.register("found_duplicates", rows)
    con.execute("INSERT INTO article_duplicates FROM found_duplicates")
    con.unregister("found_duplicates")


def _articles(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, dt.date | None, str, int, bytes]]:
    """Id, day, digest, number of word pairs and signature of each article, the earliest first, some at a time."""
    rows = con.cursor().execute(
        """
        SELECT article_id, published_on, content_sha256, pair_count, signature
        FROM articles
        ORDER BY published_on NULLS LAST, article_id
        """
    )
    while batch := rows.fetchmany(FETCHED_ROWS):
        yield from batch


class _Originals:
    """The articles that repeat no earlier one, by digest and by signature."""

    def __init__(self) -> None:
        self._by_digest: dict[str, str] = {}
        self._index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
        self._known: dict[str, tuple[MinHash, int, dt.date | None]] = {}

    def find_or_add(
        self, article_id: str, published_on: dt.date | None, digest: str, pair_count: int, packed: bytes
    ) -> str | None:
        """The original that an article repeats; None if it repeats none, and is one itself from now on."""
        same = self._by_digest.get(digest)
        if same is not None:
            return same
        if pair_count >= LEAST_PAIRS:
            signature = load_signature(packed)
            original = self._most_like(signature, pair_count, published_on)
            if original is not None:
                self._by_digest[digest] = original
                return original
            self._index.insert(article_id, signature)
            self._known[article_id] = (signature, pair_count, published_on)
        self._by_digest[digest] = article_id
        return None

    def _most_like(self, signature: MinHash, size: int, published_on: dt.date | None) -> str | None:
        likeness = {
            other: signature.jaccard(known)
            for other in self._index.query(signature)
            for known, other_size, day in [self._known[other]]
            if _is_near(published_on, day) and _is_repeat(signature.jaccard(known), size, other_size)
        }
        return min(likeness, key=lambda other: (-likeness[other], other), default=None)


def _is_near(day: dt.date | None, other: dt.date | None) -> bool:
    return day is None or other is None or abs(day - other) <= WINDOW


def _is_repeat(likeness: float, size: int, other_size: int) -> bool:
    common = likeness / (1 + likeness) * (size + other_size)
    return likeness >= LIKENESS or (likeness >= LEAST_LIKENESS and common >= CONTAINED * min(size, other_size))
