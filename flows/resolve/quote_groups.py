"""Which quotes of several articles give the same words: reprinted, cut, or translated anew."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

import duckdb
import polars as pl

from flows.extract.quotes.words import Words, kept_words

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
"""Quotes whose candidates are compared at a time."""
PARTS = 16
"""Into how many parts the keys are cut to find candidates."""


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
               stems, array_to_string(stems, ' ') AS all_stems, phrase
        FROM quotes JOIN articles USING (article_id)
        """
    )
    _write_keys(con)
    _write_pairs(con)
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
    for table in ("said", "said_keys", "said_pairs"):
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
class _Said:
    number: int
    article_id: str
    speaker: str | None
    day: dt.date | None
    words: Words = field(compare=False)


def _write_keys(con: duckdb.DuckDBPyConnection) -> None:
    """Write ``said_keys(key, number)``: what quotes must have in common to be compared.

    That is a stem that a known speaker says, or two stems in a row whoever says them.
    """
    con.execute(
        """
        CREATE TABLE said_keys AS
        WITH keys AS (
            SELECT number, unnest(list_concat(
                CASE WHEN speaker IS NOT NULL THEN list_transform(stems, lambda stem: speaker || chr(31) || stem) END,
                list_transform(range(1, len(stems)), lambda place: stems[place] || chr(31) || stems[place + 1])
            )) AS key
            FROM said
        )
        SELECT DISTINCT md5_number_lower(key) AS key, number FROM keys
        """
    )


def _write_pairs(con: duckdb.DuckDBPyConnection) -> None:
    """Write ``said_pairs(number, other)``: each quote with the last ones before it that share a key.

    A part of the keys at a time, as what a window looks at must lie in memory.
    """
    con.execute("CREATE TABLE said_pairs (number BIGINT, other BIGINT)")
    for part in range(PARTS):
        con.execute(
            f"""
            INSERT INTO said_pairs
            WITH shared AS (
                SELECT number, unnest(list(number) OVER (
                    PARTITION BY key ORDER BY number ROWS BETWEEN {CANDIDATES} PRECEDING AND 1 PRECEDING
                )) AS other
                FROM said_keys WHERE key % {PARTS} = {part}
            )
            SELECT DISTINCT number, other FROM shared
            """
        )


def _candidates(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[_Said, _Said]]:
    """Pairs that share a key, the later first: each with the last ones of other articles before it."""
    columns = "number, article_id, speaker, day, all_stems, phrase"
    last = con.sql("SELECT coalesce(max(number), 0) FROM said").fetchone() or (0,)
    for begin in range(0, last[0] + 1, FETCHED_ROWS):
        rows = con.execute(
            f"""
            SELECT {", ".join(f"{side}.{name.strip()}" for side in ("later", "earlier") for name in columns.split(","))}
            FROM (SELECT DISTINCT number, other FROM said_pairs WHERE number >= $1 AND number < $2) AS pairs
            JOIN said AS later ON later.number = pairs.number
            JOIN said AS earlier ON earlier.number = pairs.other
            WHERE later.article_id <> earlier.article_id
              AND (later.speaker = earlier.speaker OR later.speaker IS NULL OR earlier.speaker IS NULL)
            ORDER BY later.number, earlier.number
            """,
            [begin, begin + FETCHED_ROWS],
        ).fetchall()
        for row in rows:
            yield _said(*row[:6]), _said(*row[6:])


def _said(number: int, article_id: str, speaker: str | None, day: dt.date | None, all_stems: str, phrase: str) -> _Said:
    return _Said(number, article_id, speaker, day, _kept_words(all_stems, phrase))


@lru_cache(maxsize=4096)
def _kept_words(all_stems: str, phrase: str) -> Words:
    return kept_words(all_stems.split(), phrase)


def _most_like(said: _Said, others: list[_Said]) -> _Said | None:
    likeness = {other: _likeness(said, other) for other in others}
    best = max(others, key=lambda other: (likeness[other], -other.number))
    return best if likeness[best] > 0 else None


def _likeness(one: _Said, other: _Said) -> float:
    is_known = one.speaker is not None and one.speaker == other.speaker
    is_near = one.day is None or other.day is None or abs(one.day - other.day) <= WINDOW
    return likeness(one.words, other.words, is_known=is_known, is_near=is_near)


def likeness(one: Words, other: Words, *, is_known: bool = True, is_near: bool = True) -> float:
    """How alike the words of two quotes are, from 0, where they are others, to 1, where they are the same.

    >>> from flows.extract.quotes.words import words_of
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


def _join(first: dict[int, int], earlier: int, later: int) -> None:
    first.setdefault(earlier, earlier)
    first[later] = _first(first, earlier)


def _first(first: dict[int, int], number: int) -> int:
    while first[number] != number:
        number = first[number]
    return number
