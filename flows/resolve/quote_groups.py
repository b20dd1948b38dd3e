"""Which quotes of several articles give the same words: reprinted, cut, or translated anew."""

import datetime as dt
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import groupby, pairwise

import duckdb
import polars as pl

from flows.text import fold
from flows.word_lists import parse_words

STEM = 4, 5
"""A word is known by its letters but the last two, so many at least and at most: "asumo" and "asume", "retirarán"."""
WINDOW = dt.timedelta(days=14)
"""Another wording of what was said comes out within days; only the very words are quoted years later."""
LEAST_CUT, CONTAINED = 3, 0.85
"""A quote was cut where the shorter one has so many stems, and so great a share of them in common with the longer."""
LEAST_WORDS = 5
"""Or where the longer one has it word for word, and it has so many words."""
LEAST_ALIKE, LIKENESS = 4, 0.6
"""It was worded anew where both have so many stems in common, and so great a share of all that they have."""
LEAST_UNKNOWN = 4
"""The stems in common that both ask for where the speakers are not both known."""
CANDIDATES = 8
"""With how many quotes before it, for each key that they share, a quote is compared: keeps the cost near linear."""
FETCHED_ROWS = 2_000
WORD = re.compile(r"\w+")


def resolve_quote_groups(con: duckdb.DuckDBPyConnection) -> None:
    """Say of each quote whose words other articles have too which is the first that has them.

    Reads ``quotes``, with its entities resolved, and ``articles``. Writes ``quote_groups(quote_id, quote_group)``, a
    row for each quote of a group; a group has quotes of two articles or more, of one speaker or of one not known.
    """
    con.execute(
        """
        CREATE TABLE said AS
        SELECT row_number() OVER (ORDER BY published_on NULLS LAST, quotes.article_id, char_start) AS number,
               quote_id, quotes.article_id, speaker_entity_id AS speaker, coalesce(said_on, published_on) AS day,
               quotes.text
        FROM quotes JOIN articles USING (article_id)
        """
    )
    _write_keys(con)
    first: dict[int, int] = {}
    for later, pairs in groupby(_candidates(con), key=lambda pair: pair[0]):
        earlier = _most_like(later, [other for _, other in pairs])
        if earlier is not None:
            _join(first, earlier.number, later.number)
    rows = pl.DataFrame(
        [(number, _first(first, number)) for number in first],
        schema={"number": pl.Int64, "first": pl.Int64},
        orient="row",
    )
    con.register("found_groups", rows)
    con.execute(
        """
        CREATE TABLE quote_groups AS
        SELECT said.quote_id, leader.quote_id AS quote_group
        FROM found_groups JOIN said USING (number) JOIN said AS leader ON leader.number = found_groups.first
        """
    )
    con.unregister("found_groups")
    for table in ("said", "said_keys"):
        con.execute(f"DROP TABLE {table}")


def regroup_quotes(con: duckdb.DuckDBPyConnection) -> None:
    """Let each group of ``quotes`` be named by its first quote that is left, and have quotes of several articles."""
    con.execute(
        """
        UPDATE quotes SET quote_group = CASE WHEN article_count > 1 THEN leader END
        FROM (
            SELECT quote_group AS old, count(DISTINCT article_id) AS article_count,
                   first(quote_id ORDER BY published_on NULLS LAST, article_id, char_start) AS leader
            FROM quotes JOIN articles USING (article_id) WHERE quote_group IS NOT NULL GROUP BY quote_group
        )
        WHERE quote_group = old
        """
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What comparing quotes needs of their words."""

    stems: tuple[str, ...]
    """Of the words that count, in order."""
    numbers: frozenset[str]
    denies: bool
    phrase: str
    """All words, with single spaces."""


@dataclass(frozen=True, slots=True)
class _Said:
    number: int
    article_id: str
    speaker: str | None
    day: dt.date | None
    text: str


def _write_keys(con: duckdb.DuckDBPyConnection) -> None:
    """Write ``said_keys(key, number)``: what quotes must have in common to be compared."""
    con.execute("CREATE TABLE said_keys (key BIGINT, number BIGINT)")
    reader = con.cursor().execute("SELECT number, speaker, text FROM said ORDER BY number")
    while batch := reader.fetchmany(FETCHED_ROWS):
        rows = [(key, number) for number, speaker, text in batch for key in sorted(set(_keys(speaker, text)))]
        con.register("some_keys", pl.DataFrame(rows, schema={"key": pl.Int64, "number": pl.Int64}, orient="row"))
        con.execute("INSERT INTO said_keys FROM some_keys")
        con.unregister("some_keys")


def _keys(speaker: str | None, text: str) -> Iterator[int]:
    """A key for each stem that a known speaker says, and for each two stems in a row whoever says them."""
    stems = words_of(text).stems or (fold(text),)
    if speaker is not None:
        yield from (_key(speaker, stem) for stem in stems)
    yield from (_key(*pair) for pair in pairwise(stems))


def _key(*parts: str) -> int:
    digest = "\0".join(parts).encode()
    return zlib.crc32(digest) << 31 | zlib.adler32(digest) >> 1


def _candidates(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[_Said, _Said]]:
    """Pairs that share a key, the later first: each with the last ones of other articles before it."""
    columns = "number, article_id, speaker, day, text"
    reader = con.cursor().execute(
        f"""
        WITH shared AS (
            SELECT number, unnest(list(number) OVER (
                PARTITION BY key ORDER BY number ROWS BETWEEN {CANDIDATES} PRECEDING AND 1 PRECEDING
            )) AS other
            FROM said_keys
        )
        SELECT {", ".join(f"{side}.{name.strip()}" for side in ("later", "earlier") for name in columns.split(","))}
        FROM (SELECT DISTINCT number, other FROM shared) AS pairs
        JOIN said AS later ON later.number = pairs.number
        JOIN said AS earlier ON earlier.number = pairs.other
        WHERE later.article_id <> earlier.article_id
          AND (later.speaker = earlier.speaker OR later.speaker IS NULL OR earlier.speaker IS NULL)
        ORDER BY later.number, earlier.number
        """
    )
    while batch := reader.fetchmany(FETCHED_ROWS):
        for row in batch:
            yield _Said(*row[:5]), _Said(*row[5:])


def _most_like(said: _Said, others: list[_Said]) -> _Said | None:
    likeness = {other: _likeness(said, other) for other in others}
    best = max(others, key=lambda other: (likeness[other], -other.number))
    return best if likeness[best] > 0 else None


def _likeness(one: _Said, other: _Said) -> float:
    is_known = one.speaker is not None and one.speaker == other.speaker
    is_near = one.day is None or other.day is None or abs(one.day - other.day) <= WINDOW
    return likeness(words_of(one.text), words_of(other.text), is_known=is_known, is_near=is_near)


def likeness(one: Words, other: Words, *, is_known: bool = True, is_near: bool = True) -> float:
    """How alike the words of two quotes are, from 0, where they are others, to 1, where they are the same.

    >>> likeness(words_of("No cerraremos el puerto viejo"), words_of("no cerrará el puerto viejo"))
    1.0

    Args:
        one: the words of one.
        other: and of the other.
        is_known: whether both are of one known speaker.
        is_near: whether they were said within days.
    """
    if one.stems == other.stems and one.denies == other.denies and one.numbers == other.numbers:
        return float(bool(one.stems) and ((is_known and is_near) or len(one.stems) >= LEAST_UNKNOWN))
    first, second = frozenset(one.stems), frozenset(other.stems)
    common, least = len(first & second), min(len(first), len(second))
    if not is_near or least == 0 or (one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers)):
        return 0.0
    share, contained = common / len(first | second), common / least
    if one.denies != other.denies and share >= LIKENESS:  # a cut may leave the denial out
        return 0.0
    is_cut = common >= (LEAST_CUT if is_known else LEAST_UNKNOWN) and contained >= CONTAINED
    is_cut = is_cut or (is_known and _is_within(*sorted((one.phrase, other.phrase), key=len)))
    is_reworded = common >= (LEAST_ALIKE if is_known else LEAST_UNKNOWN) and share >= LIKENESS
    return max(share, contained / 2) if is_cut or is_reworded else 0.0


def _is_within(shorter: str, longer: str) -> bool:
    return shorter.count(" ") >= LEAST_WORDS - 1 and f" {shorter} " in f" {longer} "


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """Reduce a quote to the stems of the words that count, its numbers, and whether it denies.

    >>> words_of("No retirarán 12 barcos")
    Words(stems=('retir', '12', 'barc'), numbers=frozenset({'12'}), denies=True, phrase='no retiraran 12 barcos')
    """
    words = WORD.findall(fold(text))
    common, denials = _word_list()
    return Words(
        tuple(_stem(word) for word in words if word not in common and word not in denials),
        frozenset(word for word in words if word.isdigit()),
        any(word in denials for word in words),
        " ".join(words),
    )


def _stem(word: str) -> str:
    least, most = STEM
    return word[: min(max(least, len(word) - 2), most)]


@cache
def _word_list() -> tuple[frozenset[str], frozenset[str]]:
    content = resources.files("flows.resolve").joinpath("data/quote_words.yml").read_text(encoding="utf-8")
    data = parse_words(content)
    return frozenset(data["common"]), frozenset(data["denials"])


def _join(first: dict[int, int], earlier: int, later: int) -> None:
    first.setdefault(earlier, earlier)
    first[later] = _first(first, earlier)


def _first(first: dict[int, int], number: int) -> int:
    while first[number] != number:
        number = first[number]
    return number
