import datetime as dt
import random
import time
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
import yaml

from flows.extract.quotes.words import words_of
from flows.resolve.quote_groups import likeness, regroup_quotes, resolve_quote_groups

DAY = dt.date(2023, 5, 3)
PAIRS = yaml.safe_load(
    (Path(__file__).parents[1] / "fixtures" / "quote_groups" / "pairs.yml").read_text(encoding="utf-8")
)
RUIZ = "e_ruiz"
SAID = "No vamos a cerrar ninguna escuela rural"


def database(rows):
    """Tables of (quote, article, day, speaker, words)."""
    con = duckdb.connect()
    schema: dict[str, Any] = {
        "quote_id": pl.String,
        "article_id": pl.String,
        "published_on": pl.Date,
        "speaker_entity_id": pl.String,
    }
    schema |= {"stems": pl.List(pl.String), "phrase": pl.String}
    words = [words_of(text) for *_, text in rows]
    told = [(*row[:-1], list(each.stems), each.phrase) for row, each in zip(rows, words, strict=True)]
    con.register("rows", pl.DataFrame(told, schema=schema, orient="row"))
    con.execute("CREATE TABLE articles AS SELECT DISTINCT article_id, published_on FROM rows")
    con.execute(
        "CREATE TABLE quotes AS SELECT * EXCLUDE (published_on), NULL::DATE AS said_on, "
        "row_number() OVER (PARTITION BY article_id ORDER BY quote_id) AS char_start FROM rows"
    )
    return con


def groups(rows):
    con = database(rows)
    resolve_quote_groups(con)
    return dict(con.execute("FROM quote_groups").fetchall())


def test_likeness_joins_what_is_the_same_and_little_else():
    found = {
        kind: sum(likeness(words_of(one), words_of(other)) > 0 for one, other in pairs) for kind, pairs in PAIRS.items()
    }
    joined = found["same"] + found["different"]
    assert found["same"] >= 0.9 * len(PAIRS["same"])
    assert found["same"] >= 0.9 * joined


@pytest.mark.parametrize("is_known", [True, False])
def test_likeness_is_the_same_both_ways(is_known):
    for one, other in [*PAIRS["same"], *PAIRS["different"]]:
        first, second = words_of(one), words_of(other)
        assert likeness(first, second, is_known=is_known) == likeness(second, first, is_known=is_known)
        assert likeness(first, first) == float(bool(first.stems))


def test_resolve_quote_groups_names_a_group_by_its_first_quote():
    rows = [
        ("q1", "a1", DAY, RUIZ, f"{SAID}, y lo firmo aquí mismo"),
        ("q2", "a2", DAY - dt.timedelta(days=1), RUIZ, SAID),
        ("q3", "a3", None, None, "no vamos a cerrar ninguna escuela rural, y lo firmo aquí mismo"),
        ("q4", "a3", None, RUIZ, "El pan ha subido otra vez"),
    ]
    assert groups(rows) == groups(rows[::-1]) == {"q1": "q2", "q2": "q2", "q3": "q2"}


@pytest.mark.parametrize(
    "other",
    [
        ("q2", "a1", DAY, RUIZ, SAID),
        ("q2", "a2", DAY, "e_paz", SAID),
        ("q2", "a2", DAY + dt.timedelta(days=90), RUIZ, SAID),
        ("q2", "a2", DAY, None, "ninguna escuela rural"),
    ],
    ids=["the same article", "another speaker", "months later", "few words of somebody not known"],
)
def test_resolve_quote_groups_leaves_alone(other):
    assert groups([("q1", "a1", DAY, RUIZ, SAID), other]) == {}


def test_resolve_quote_groups_knows_a_famous_sentence_years_later():
    said = "Cambiaré los ministerios por escuelas y los cuarteles por bibliotecas"
    rows = [("q1", "a1", DAY, RUIZ, said), ("q2", "a2", DAY + dt.timedelta(days=4_000), RUIZ, said)]
    assert groups(rows) == {"q1": "q1", "q2": "q1"}


def test_regroup_quotes_names_a_group_anew_when_its_first_quote_goes():
    con = database([(f"q{n}", f"a{n}", DAY + dt.timedelta(days=n), RUIZ, SAID) for n in range(4)])
    resolve_quote_groups(con)
    con.execute("CREATE OR REPLACE TABLE quotes AS FROM quotes JOIN quote_groups USING (quote_id)")
    con.execute("DELETE FROM quotes WHERE quote_id = 'q0'")
    regroup_quotes(con)
    told = "SELECT quote_id, quote_group FROM quotes ORDER BY quote_id"
    assert con.execute(told).fetchall() == [("q1", "q1"), ("q2", "q1"), ("q3", "q1")]
    con.execute("DELETE FROM quotes WHERE quote_id <> 'q2'")
    regroup_quotes(con)
    assert con.execute(told).fetchall() == [("q2", None)]


def many(count):
    """Quotes of a few speakers about a few things, one in ten repeated the next day."""
    rng = random.Random(1)
    words = [f"{a}{b}{c}mos" for a, b, c in product("bcdfglmnpr", "aeiou", ["l", "nt", "rd", "st"])]
    rows = []
    for n in range(count):
        said = " ".join(rng.choices(words, k=12))
        rows.append((f"q{n:06}", f"a{n}", DAY + dt.timedelta(days=n % 300), f"e{n % 7}", said))
        if n % 10 == 0:
            rows.append((f"r{n:06}", f"b{n}", DAY + dt.timedelta(days=n % 300 + 1), f"e{n % 7}", said[3:]))
    return rows


def test_resolve_quote_groups_takes_time_in_proportion():
    took = []
    for count in (1_000, 4_000):
        rows = many(count)
        begin = time.perf_counter()
        found = groups(rows)
        took.append(time.perf_counter() - begin)
        assert all(found.get(f"r{n:06}") == f"q{n:06}" for n in range(0, count, 10))
    assert took[1] < 10 * took[0]
