"""Measuring a release against gold annotations, layer by layer.

An article is found by its file's name or its key in a file of many. Found and gold items are matched one to one, best
pair first. Figures are sums over all articles (micro averages), but for those across articles, which are B-cubed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb

from flows.check.gold import Item, article_key, load_gold
from flows.check.scores import Scores, b_cubed
from flows.read import read_raw
from flows.records import Article
from flows.text import normalise

Pairs = list[tuple[Item, Item]]

QUOTE_OVERLAP = 0.5
"""Two quote spans are one quote if what they share is half of what they cover together."""

SENTENCE_END = re.compile(r"\n+|(?<=[.!?…])[\"”»’)]?\s+(?=[A-ZÁÉÍÓÚÑ¿¡“\"«‘—(])")

QUOTE_LAYERS = {
    "quotes direct": ("direct",),
    "quotes indirect and mixed": ("indirect", "mixed"),
    "quotes all": ("direct", "indirect", "mixed"),
}


class Entities:
    """Which gold entity a found one is: the one with which its mentions overlap most."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._votes: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def vote(self, found: Item, gold: Item) -> None:
        """Count a found and a gold mention that overlap."""
        self._votes[found["entity_id"]][gold["entity"]] += 1

    def name_of(self, entity_id: str) -> str | None:
        """The gold entity's key, or the found entity's own name where none of its mentions overlaps a gold one."""
        votes = self._votes.get(entity_id)
        return votes.most_common(1)[0][0] if votes else self._names.get(entity_id)

    def same(self, entity_id: str | None, gold: str | None) -> bool:
        """Whether a found entity is a gold one; without votes equal words of their names decide."""
        if entity_id is None or gold is None:
            return entity_id is None and gold is None
        if entity_id in self._votes:
            return self.name_of(entity_id) == gold
        return _words(self._names.get(entity_id)) == _words(gold)


def evaluate_release(folder: Path, gold_folder: Path, raw: str) -> Scores:
    """Measure a release against gold annotations.

    Args:
        folder: the release.
        gold_folder: JSON files, one an article, in any subfolder.
        raw: the raw files that the release was made of; offsets of events are compared by sentence, which needs text.

    Raises:
        ConfigError: there is no gold file, or one of them is not of the expected form.
    """
    golds = load_gold(gold_folder)
    texts = _load_texts(raw, {gold["article"] for gold in golds})
    scores = Scores(article_count=len(golds))
    with duckdb.connect() as con:
        release = _Release(con, folder)
        article_ids = {article_key(row["source_path"]): row["article_id"] for row in release.rows("articles", ARTICLES)}
        scores.missing = sorted(gold["article"] for gold in golds if gold["article"] not in article_ids)
        wanted = {article_ids.get(gold["article"]): gold for gold in golds}
        tables = {name: release.by_article(name, columns, wanted) for name, columns in SPANS.items()}
        participants = _participants(release)
        entities = Entities({row["entity_id"]: row["name"] for row in release.rows("entities", "entity_id, name")})
    for article_id, gold in wanted.items():
        for found in tables["entity_mentions"][article_id]:
            for told in gold["mentions"]:
                if _overlap(found, told):
                    entities.vote(found, told)
    entity_pairs: list[tuple[str, str]] = []
    event_pairs: list[tuple[str, str]] = []
    for gold in golds:
        found = {name: table[article_ids.get(gold["article"])] for name, table in tables.items()}
        entity_pairs += _score_mentions(scores, found["entity_mentions"], gold["mentions"])
        _score_times(scores, found["time_expressions"], gold["dates"])
        _score_quotes(scores, found["quotes"], gold["quotes"], entities)
        sentence_of = _sentence_finder(texts.get(gold["article"], ""))
        matched = _score_events(scores, found["event_mentions"], gold["events"], sentence_of)
        _score_participants(scores, matched, participants, entities)
        event_pairs += [(event["event_id"], told["happening"]) for event, told in matched if told["happening"]]
    scores.layers["entities across articles, B-cubed"] = b_cubed(entity_pairs)
    scores.layers["events across articles, B-cubed"] = b_cubed(event_pairs)
    return scores


ARTICLES = "article_id, source_path"
SPAN = 'article_id, char_start AS "start", char_end AS "end"'
SPANS = {
    "entity_mentions": f"{SPAN}, mention_type AS type, entity_id",
    "time_expressions": f"{SPAN}, value",
    "quotes": f"{SPAN}, quote_type AS type, speaker_entity_id, speaker_text",
    "event_mentions": f"{SPAN}, event_mention_id, event_id, event_type AS type, status, date_value",
}


class _Release:
    """The Parquet tables of a release."""

    def __init__(self, con: duckdb.DuckDBPyConnection, folder: Path) -> None:
        self._con = con
        self._folder = folder

    def rows(self, table: str, columns: str) -> list[Item]:
        answer = self._con.execute(
            f"SELECT {columns} FROM read_parquet($file) ORDER BY ALL", {"file": str(self._folder / f"{table}.parquet")}
        )
        names = [column[0] for column in answer.description or []]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def by_article(self, table: str, columns: str, wanted: Iterable[str | None]) -> defaultdict[str | None, list[Item]]:
        found: defaultdict[str | None, list[Item]] = defaultdict(list)
        for row in self.rows(table, columns):
            if row["article_id"] in wanted:
                found[row["article_id"]].append(row)
        return found


def _load_texts(raw: str, wanted: set[str]) -> dict[str, str]:
    articles = (item for item in read_raw(raw) if isinstance(item, Article))
    return {article_key(a.source_path): normalise(a.text) for a in articles if article_key(a.source_path) in wanted}


def _participants(release: _Release) -> dict[tuple[str, str], set[str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in release.rows("event_participants", "event_mention_id, role, entity_id"):
        found[row["event_mention_id"], row["role"]].add(row["entity_id"])
    return found


def _score_mentions(scores: Scores, found: list[Item], gold: list[Item]) -> list[tuple[str, str]]:
    exact = _match(found, gold, lambda p, g: float(_same_span(p, g) and p["type"] == g["type"]))
    scores.layer("entity mentions, exact span and type").add(len(exact), len(found), len(gold))
    near = _match(found, gold, lambda p, g: _shared(p, g) * (p["type"] == g["type"]))
    scores.layer("entity mentions, overlap and type").add(len(near), len(found), len(gold))
    return [(p["entity_id"], g["entity"]) for p, g in _match(found, gold, lambda p, g: float(_same_span(p, g)))]


def _score_times(scores: Scores, found: list[Item], gold: list[Item]) -> None:
    pairs = _match(found, gold, _shared)
    right = sum(p["value"] == g["value"] for p, g in pairs)
    scores.layer("time expressions, overlap").add(len(pairs), len(found), len(gold))
    scores.layer("time expressions, overlap and value").add(right, len(found), len(gold))


def _score_quotes(scores: Scores, found: list[Item], gold: list[Item], entities: Entities) -> None:
    for layer, kinds in QUOTE_LAYERS.items():
        some_found = [quote for quote in found if quote["type"] in kinds]
        some_gold = [quote for quote in gold if quote["type"] in kinds]
        pairs = _match(some_found, some_gold, lambda p, g: _shared(p, g) if _shared(p, g) >= QUOTE_OVERLAP else 0.0)
        right = sum(_same_speaker(p, g, entities) for p, g in pairs)
        scores.layer(f"{layer}, span").add(len(pairs), len(some_found), len(some_gold))
        scores.layer(f"{layer}, span and speaker").add(right, len(some_found), len(some_gold))


def _same_speaker(found: Item, gold: Item, entities: Entities) -> bool:
    """Whether a quote's speaker is right: the entity, or, where gold names none, a word of the phrase."""
    if gold["speaker"] is not None:
        return entities.same(found["speaker_entity_id"], gold["speaker"])
    words = _words(gold["speaker_text"])
    return not words or (found["speaker_entity_id"] is None and bool(_words(found["speaker_text"]) & words))


def _score_events(scores: Scores, found: list[Item], gold: list[Item], sentence_of: Callable[[int], int]) -> Pairs:
    def alike(p: Item, g: Item) -> float:
        same = p["type"] == g["type"] and sentence_of(p["start"]) == sentence_of(g["start"])
        return float(same) * (2 if _overlap(p, g) else 1)

    pairs = _match(found, gold, alike)
    on_trigger = sum(1 for p, g in pairs if _overlap(p, g))
    scores.layer("event mentions, type in sentence").add(len(pairs), len(found), len(gold))
    scores.layer("event mentions, trigger and type").add(on_trigger, len(found), len(gold))
    return pairs


def _score_participants(
    scores: Scores, matched: Pairs, participants: dict[tuple[str, str], set[str]], entities: Entities
) -> None:
    for event, told in matched:
        for role, gold_field in (("actor", "actors"), ("recipient", "recipients")):
            found = {entities.name_of(one) for one in participants.get((event["event_mention_id"], role), ())}
            gold = set(told[gold_field])
            scores.layer(f"event {gold_field} (of matched mentions)").add(len(found & gold), len(found), len(gold))
        status = scores.accuracy("event status (of matched mentions)")
        status.right += event["status"] == told["status"]
        status.count += 1
        if told["date"]:
            date = scores.accuracy("event date (of matched mentions with a gold date)")
            date.right += (event["date_value"] or "") == told["date"]
            date.count += 1


def _match(found: list[Item], gold: list[Item], score: Callable[[Item, Item], float]) -> Pairs:
    """Match one to one, best score first; pairs of score 0 are none."""
    scored = [(score(p, g), i, j) for i, p in enumerate(found) for j, g in enumerate(gold)]
    taken_found: set[int] = set()
    taken_gold: set[int] = set()
    pairs = []
    for value, i, j in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if value > 0 and i not in taken_found and j not in taken_gold:
            taken_found.add(i)
            taken_gold.add(j)
            pairs.append((found[i], gold[j]))
    return pairs


def _sentence_finder(text: str) -> Callable[[int], int]:
    ends = [match.start() for match in SENTENCE_END.finditer(text)] + [len(text)]
    return lambda char: next((number for number, end in enumerate(ends) if char < end), len(ends))


def _same_span(one: Item, other: Item) -> bool:
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def _overlap(one: Item, other: Item) -> int:
    return int(max(0, min(one["end"], other["end"]) - max(one["start"], other["start"])))


def _shared(one: Item, other: Item) -> float:
    """What two spans share of what they cover together."""
    both = _overlap(one, other)
    return both / (one["end"] - one["start"] + other["end"] - other["start"] - both) if both else 0.0


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", normalise(text or "").lower()))
