import datetime as dt
import hashlib
import random
from typing import Any

import duckdb
import polars as pl
import pytest

from flows.extract.signatures import sign_text
from flows.resolve.duplicates import resolve_duplicates

DAY = dt.date(2023, 5, 3)
SUBJECTS = ["el gremio", "la alcaldesa", "un vecino", "el panadero", "la ministra", "nadie", "cada tienda", "el barrio"]
VERBS = ["anuncia", "discute", "compra", "niega", "celebra", "prohíbe", "vende", "recuerda", "pide", "espera"]
OBJECTS = ["el pan", "la leche", "un acuerdo", "los precios", "la subida", "otra huelga", "la feria", "el horno viejo"]
PLACES = ["en Quito", "en Lima", "ante la prensa", "por la tarde", "sin motivo", "en la plaza", "cerca del río", "hoy"]


def dispatch(seed, sentences=40):
    """A text of its own: 40 sentences of some thousands that could be made."""
    rng = random.Random(seed)
    parts = (SUBJECTS, VERBS, OBJECTS, PLACES, [str(rng.randrange(1_000)) for _ in range(99)])
    return "\n".join(" ".join(rng.choice(part) for part in parts) + "." for _ in range(sentences))


def edited(text, share, seed=0):
    rng = random.Random(seed)
    return " ".join("cambiado" if rng.random() < share else word for word in text.split(" "))


def duplicates(rows):
    """What repeats what among (id, day, text)."""
    con = duckdb.connect()
    table = [(name, day, hashlib.sha256(text.encode()).hexdigest(), *sign_text(text)) for name, day, text in rows]
    schema: dict[str, Any] = {"article_id": pl.String, "published_on": pl.Date, "content_sha256": pl.String}
    schema |= {"pair_count": pl.Int32, "signature": pl.Binary}
    con.register("rows", pl.DataFrame(table, schema=schema, orient="row"))
    con.execute("CREATE TABLE articles AS FROM rows")
    resolve_duplicates(con)
    return dict(con.execute("FROM article_duplicates").fetchall())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: edited(text, 0.1),
        lambda text: text[: int(len(text) * 0.9)],
        lambda text: text[: int(len(text) * 0.6)],
        lambda text: f"Otro titular para lo mismo\n{text}",
        lambda text: text.upper(),
    ],
    ids=["same", "edited", "cut a little", "cut by half", "another headline", "in capitals"],
)
def test_resolve_duplicates_finds_a_dispatch_again(change):
    others = [(f"x{seed}", DAY, dispatch(seed)) for seed in range(1, 30)]
    rows = [("first", DAY, dispatch(0)), ("again", DAY + dt.timedelta(days=1), change(dispatch(0))), *others]
    assert duplicates(rows) == {"again": "first"}


def test_resolve_duplicates_finds_edited_pairs_and_no_others():
    pairs = 100
    rows = [(f"a{seed}", DAY, dispatch(seed)) for seed in range(pairs)]
    rows += [(f"b{seed}", DAY + dt.timedelta(days=1), edited(dispatch(seed), 0.1, seed)) for seed in range(pairs)]
    found = duplicates(rows)
    right = sum(found.get(f"b{seed}") == f"a{seed}" for seed in range(pairs))
    assert right >= 0.98 * pairs
    assert right >= 0.98 * len(found)


def test_resolve_duplicates_points_at_the_earliest_whatever_the_order_of_ids():
    rows = [("a", DAY, dispatch(0)), ("b", DAY - dt.timedelta(days=1), dispatch(0)), ("c", None, dispatch(0))]
    assert duplicates(rows) == duplicates(rows[::-1]) == {"a": "b", "c": "b"}


def test_resolve_duplicates_points_at_no_article_that_repeats_another():
    text = dispatch(0)
    chain = [edited(text, 0.08 * step, step) for step in range(8)]
    found = duplicates([(f"a{step}", DAY, each) for step, each in enumerate(chain)])
    assert found
    assert not set(found) & set(found.values())


def test_resolve_duplicates_keeps_a_form_that_is_filled_in_anew_months_later():
    rows = [("a", DAY, dispatch(0)), ("b", DAY + dt.timedelta(days=60), edited(dispatch(0), 0.05))]
    assert duplicates(rows) == {}


def test_resolve_duplicates_joins_short_texts_only_word_for_word():
    rows = [("a", DAY, "Boca 2, River 1."), ("b", DAY, "Boca 2, River 1."), ("c", DAY, "Boca 2, River 0.")]
    assert duplicates(rows) == {"b": "a"}
