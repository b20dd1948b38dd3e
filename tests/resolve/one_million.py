"""How long a million mentions take to become entities, and how much memory.

    python -m tests.resolve.one_million FOLDER [MENTIONS]

It is not run with the tests; it needs 300 MB of disk and minutes. The bars: 60 s and 2 GB. The archive is invented:
some forty mentions an article, stories that are told in few or in hundreds of articles, each with a cast of its own,
people known everywhere, namesakes, misprints, surnames alone, bodies of every country with their acronyms.
"""

import datetime as dt
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from flows.ids import make_id
from flows.nlp.person_names import _data as first_names
from flows.resolve.assemble import _point_at_entities
from flows.resolve.entities import resolve_entities
from flows.resolve.entity_people import _common_surnames

MENTIONS_AN_ARTICLE = 40
ARTICLES_A_STORY = 8
COUNTRIES = (
    "AR",
    "BO",
    "CL",
    "CO",
    "CR",
    "CU",
    "DO",
    "EC",
    "ES",
    "GT",
    "HN",
    "MX",
    "NI",
    "PA",
    "PE",
    "PY",
    "SV",
    "UY",
    "VE",
)
BODIES = ("Ministerio de Defensa", "Congreso", "Gobierno", "Fiscalía", "Corte Suprema", "Policía Nacional", "Senado")
SYLLABLES = (
    "ba",
    "ce",
    "do",
    "fi",
    "gu",
    "lar",
    "men",
    "no",
    "pel",
    "qui",
    "ros",
    "sa",
    "te",
    "va",
    "zar",
    "ur",
    "in",
    "ol",
)

Entity = tuple[str, str, str | None, bool, list[str]]
"""Name, type, knowledge id, whether a country, and the forms of its mentions."""


def make_archive(path: str, mentions: int) -> None:
    """Write what resolution reads of so many mentions."""
    rng = random.Random(1)
    names = _Names(rng)
    article_count = mentions // MENTIONS_AN_ARTICLE
    stories = [_story(rng, names) for _ in range(max(1, article_count // ARTICLES_A_STORY))]
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(stories))))
    famous = [(names.person(), "PER") for _ in range(500)]
    rows: dict[str, list[tuple[Any, ...]]] = {"articles": [], "entities": [], "mentions": []}
    for number in range(article_count):
        article_id = make_id("a", number)
        story = rng.choices(stories, cum_weights=weights)[0]
        rows["articles"].append((article_id, dt.date(2015, 1, 1) + dt.timedelta(days=rng.randrange(3650))))
        cast = [*rng.sample(story, min(len(story), rng.randint(5, 11))), *rng.sample(famous, rng.randint(0, 2))]
        told = [*(_told(rng, name, kind) for name, kind in cast), *_around(rng, names)]
        for entity, (name, kind, knowledge, is_country, forms) in enumerate(told):
            key = make_id("x", article_id, knowledge or entity)
            rows["entities"].append((key, article_id, name, kind, forms, knowledge, is_country))
            count = max(1, round(rng.paretovariate(1.2) * MENTIONS_AN_ARTICLE / len(told) * 0.8))
            mentions_here = range(len(rows["mentions"]), len(rows["mentions"]) + min(count, 20))
            rows["mentions"] += [(make_id("m", n), key, article_id, rng.choice(forms)) for n in mentions_here]
    _write(path, rows, mentions)


def main() -> None:
    folder = Path(sys.argv[1])
    mentions = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    database = folder / f"{mentions}.duckdb"
    if not database.exists():
        maker = multiprocessing.get_context("spawn").Process(target=make_archive, args=(str(database), mentions))
        maker.start()
        maker.join()
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{database}' AS archive (READ_ONLY)")
        for table in ("articles", "article_entities", "entity_mentions"):
            con.execute(f"CREATE TABLE {table} AS FROM archive.{table}")
        con.execute("SET enable_progress_bar = false")
        start = time.perf_counter()
        resolve_entities(con)
        _point_at_entities(con, "entity_mentions")
        seconds = time.perf_counter() - start
        counts = [
            f"{count:,} {what}"
            for what, table in (("mentions", "entity_mentions"), ("names", "entity_map"), ("entities", "entity_facts"))
            for (count,) in con.execute(f"SELECT count(*) FROM {table}").fetchall()
        ]
        rules = con.execute("SELECT rule, count(*) FROM entity_map GROUP BY ALL ORDER BY 2 DESC").fetchall()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{', '.join(counts)}: {seconds:.1f} s, peak {peak:.2f} GB")  # noqa: T201
    print(", ".join(f"{rule} {count:,}" for rule, count in rules))  # noqa: T201


class _Names:
    """Names as news have them: first names that many share, surnames common and rare."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._first = sorted({name for group in first_names().values() for name in group})
        self._common = [name.capitalize() for name in sorted(_common_surnames())]
        self._rare = ["".join(rng.sample(SYLLABLES, 3)).capitalize() for _ in range(4_000)]

    def surname(self) -> str:
        return self._rng.choice(self._common if self._rng.random() < 0.5 else self._rare)

    def person(self) -> str:
        words = [self._rng.choice(self._first), self.surname()]
        if self._rng.random() < 0.3:
            words.append(self.surname())
        return " ".join(words)

    def place(self) -> str:
        return "Villa " + self._rng.choice(self._rare)

    def body(self) -> str:
        kind = self._rng.choice(["Fundación", "Sindicato", "Universidad", "Grupo", "Alianza"])
        return f"{kind} {self._rng.choice(self._rare)} {self._rng.choice(self._rare)}"


def _story(rng: random.Random, names: _Names) -> list[tuple[str, str]]:
    """The cast of a story: people, bodies, places and things."""
    country = rng.choice(COUNTRIES)
    cast = [(names.person(), "PER") for _ in range(rng.randint(2, 8))]
    cast += [(names.body(), "ORG") for _ in range(rng.randint(1, 4))]
    cast += [(rng.choice(BODIES), "ORG") for _ in range(rng.randint(0, 2))]
    cast += [(names.place(), "LOC") for _ in range(rng.randint(1, 3))]
    cast += [(f"Operación {names.surname()}", "MISC")] * rng.randint(0, 1)
    return [*dict.fromkeys(cast), (f"country:{country}", "LOC")]


def _told(rng: random.Random, name: str, kind: str) -> Entity:
    """How one article tells of somebody: in full, cut, misprinted, by the surname, a body with its acronym."""
    if name.startswith("country:"):
        return (name, kind, name, True, [name])
    words = name.split()
    chance = rng.random()
    if kind == "PER":
        if chance < 0.06:
            return (words[-1], kind, None, False, [words[-1]])
        if chance < 0.12 and len(words) > 2:
            return (" ".join(words[:2]), kind, None, False, [" ".join(words[:2]), words[1]])
        if chance < 0.15 and len(words[-1]) > 5:
            return (name[:-1], kind, None, False, [name[:-1]])
        return (name, kind, None, False, [name, words[-1]])
    acronym = "".join(word[0] for word in words)
    if kind == "ORG" and len(words) > 2 and chance < 0.4:
        return (acronym, kind, None, False, [acronym]) if chance < 0.1 else (name, kind, None, False, [name, acronym])
    return (name, kind, None, False, [name])


def _around(rng: random.Random, names: _Names) -> Iterator[Entity]:
    """What an article names beside its story: countries, people and places of this article alone."""
    for code in rng.sample(COUNTRIES, rng.randint(0, 2)):
        yield (f"country:{code}", "LOC", f"country:{code}", True, [code])
    for _ in range(rng.randint(1, 5)):
        name = names.person()
        yield (name, "PER", None, False, [name])
    for _ in range(rng.randint(0, 2)):
        place = names.place()
        yield (place, "LOC", None, False, [place])


def _write(path: str, rows: dict[str, list[tuple[Any, ...]]], mentions: int) -> None:
    entities: dict[str, Any] = {
        "article_entity_id": pl.String, "article_id": pl.String, "name": pl.String, "entity_type": pl.String,
        "mention_forms": pl.List(pl.String), "knowledge_id": pl.String, "is_country": pl.Boolean,
    }  # fmt: skip
    frames = {
        "articles": pl.DataFrame(rows["articles"], {"article_id": pl.String, "published_on": pl.Date}, orient="row"),
        "article_entities": pl.DataFrame(rows["entities"], entities, orient="row").unique(
            "article_entity_id", maintain_order=True
        ),
        "entity_mentions": pl.DataFrame(
            rows["mentions"],
            {"mention_id": pl.String, "entity_id": pl.String, "article_id": pl.String, "text": pl.String},
            orient="row",
        ),
    }
    with duckdb.connect(path) as con:
        for table, frame in frames.items():
            con.register("frame", frame.to_arrow())
            con.execute(f"CREATE TABLE {table} AS FROM frame")
        for column, kind in (
            ("country_code", "VARCHAR"), ("wikidata_id", "VARCHAR"), ("latitude", "DOUBLE"), ("longitude", "DOUBLE"),
            ("place_count", "INTEGER"),
        ):  # fmt: skip
            con.execute(f"ALTER TABLE article_entities ADD COLUMN {column} {kind}")
        con.execute(f"CREATE OR REPLACE TABLE entity_mentions AS FROM entity_mentions LIMIT {mentions}")


if __name__ == "__main__":
    main()
