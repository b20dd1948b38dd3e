"""Why a release takes several names for one entity, and several mentions for one event."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb

from flows.errors import ConfigError
from flows.publish.database import open_release
from schemas.vocabularies import ENTITY_RULES, EVENT_RULES, FORM_RULES, REDIRECT_REASONS

INDENT = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article that names the entity or tells of the event, and the reasons for its joins.

    Each of ``joins`` is a rule with its evidence; each of ``mentions`` what is written, and why it stands for more.
    """

    article_id: str
    source_path: str
    published_on: dt.date | None
    outlet: str | None
    title: str | None
    joins: list[dict[str, Any]]
    mentions: list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An entity or event with every article that it was found in."""

    id: str
    name: str
    """An entity's name, an event's label."""
    facts: dict[str, Any]
    redirects: list[dict[str, Any]]
    """Of an id that the release no longer has: what stands for it, and why. The rest tells of the first of these."""
    articles: list[Told]
    rules: dict[str, str]
    """What each rule that is named means."""

    def as_dict(self) -> dict[str, Any]:
        """The same as JSON can hold it, but for dates."""
        return asdict(self)


def explain(folder: Path, asked_id: str) -> Explanation:
    """Tell why an entity or event of a release is one.

    Args:
        folder: a release's folder.
        asked_id: its ``entity_id`` or ``event_id``, also one of an earlier release.

    Raises:
        ConfigError: neither this release nor those before it have the id, or nothing stands for it any more.
    """
    with open_release(folder) as con:
        redirects = [] if _is_there(con, asked_id) else _redirects(con, asked_id, folder.name)
        found = redirects[0]["new_id"] if redirects else asked_id
        told = _entity if found.startswith("e_") else _event
        return told(con, found, redirects)


def as_text(told: Explanation) -> str:
    """The explanation as a person reads it."""
    lines = [
        f"{each['old_id']} is no longer used since release {each['release']}: {each['reason']} "
        f"({REDIRECT_REASONS[each['reason']]}). It is {each['new_id']} now."
        for each in told.redirects
    ]
    facts = [f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in told.facts.items() if value]
    lines += [f"{told.name}  {told.id}", *(INDENT + fact for fact in facts)]
    for article in told.articles:
        known = [_plain(article.published_on), article.outlet, article.title or article.source_path]
        lines += ["", " · ".join([article.article_id, *filter(None, known)])]
        for join in article.joins:
            lines.append(INDENT + _join_line(join))
        for mention in article.mentions:
            lines += [INDENT * 2 + line for line in _mention_lines(mention)]
    if told.rules:
        lines += ["", "Rules"]
        lines += [f"{INDENT}{rule}: {meaning}" for rule, meaning in told.rules.items()]
    else:
        lines += ["", "This release is older than the tables that tell the rules."]
    return "\n".join(lines) + "\n"


def _is_there(con: duckdb.DuckDBPyConnection, asked_id: str) -> bool:
    query = "SELECT 1 FROM entities WHERE entity_id = $1 UNION ALL SELECT 1 FROM events WHERE event_id = $1"
    return con.execute(query, [asked_id]).fetchone() is not None


def _redirects(con: duckdb.DuckDBPyConnection, asked_id: str, release: str) -> list[dict[str, Any]]:
    found = list(_rows(con, "SELECT * FROM id_redirects WHERE old_id = $1 ORDER BY successor_index", asked_id))
    if not found:
        raise ConfigError(
            f"release {release} has no entity or event {asked_id}, and none that stands for it; find one with "
            "teletipo sql \"SELECT entity_id, name FROM entities WHERE name ILIKE '%...%'\" "
            'or teletipo sql "SELECT event_id, label FROM events"'
        )
    if found[0]["new_id"] is None:
        reason = found[0]["reason"]
        raise ConfigError(
            f"{asked_id} is no longer used since release {found[0]['release']}, and nothing stands for it: {reason} "
            f"({REDIRECT_REASONS[reason]})"
        )
    return found


def _entity(con: duckdb.DuckDBPyConnection, entity_id: str, redirects: list[dict[str, Any]]) -> Explanation:
    facts = next(_rows(con, "SELECT * FROM entities WHERE entity_id = $1", entity_id))
    joins = list(
        _rows(
            con,
            """
            SELECT entity_joins.article_id, name, rule, other_name, other_article_id,
                   published_on AS other_published_on, outlet AS other_outlet, shared_names
            FROM entity_joins LEFT JOIN articles ON articles.article_id = other_article_id
            WHERE entity_id = $1 ORDER BY rule = 'alone' DESC, name
            """,
            entity_id,
        )
    )
    mentions = list(
        _rows(
            con,
            """
            SELECT article_id, text, count(*) AS count, full_form AS stands_for, form_rule AS rule
            FROM entity_mentions WHERE entity_id = $1 GROUP BY ALL ORDER BY min(char_start)
            """,
            entity_id,
        )
    )
    used = {join["rule"] for join in joins} | {each["rule"] for each in mentions if each["rule"]}
    shown = ("entity_type", "country_code", "aliases", "mention_count", "article_count", "wikidata_id")
    return Explanation(
        id=entity_id,
        name=facts["name"],
        facts={key: facts[key] for key in shown},
        redirects=redirects,
        articles=_by_article(con, joins, mentions),
        rules={rule: meaning for rule, meaning in (ENTITY_RULES | FORM_RULES).items() if rule in used},
    )


def _event(con: duckdb.DuckDBPyConnection, event_id: str, redirects: list[dict[str, Any]]) -> Explanation:
    facts = next(
        _rows(
            con,
            "SELECT events.*, name AS place FROM events LEFT JOIN entities ON entity_id = place_entity_id "
            "WHERE event_id = $1",
            event_id,
        )
    )
    mentions = list(
        _rows(
            con,
            """
            WITH told AS (
                SELECT event_mention_id, article_id, char_start, text, status, date_value AS date, name AS place,
                       (SELECT list_sort(list(DISTINCT parties.name))
                        FROM event_participants JOIN entities AS parties USING (entity_id)
                        WHERE event_participants.event_mention_id = event_mentions.event_mention_id) AS parties
                FROM event_mentions LEFT JOIN entities ON entities.entity_id = place_entity_id
                WHERE event_id = $1
            )
            SELECT told.* EXCLUDE (char_start), rule, other.text AS other_text, other.article_id AS other_article_id,
                   other.date AS other_date, list_sort(list_intersect(told.parties, other.parties)) AS shared_parties,
                   CASE WHEN told.place = other.place THEN told.place END AS shared_place
            FROM told
            LEFT JOIN event_joins USING (event_mention_id)
            LEFT JOIN told AS other ON other.event_mention_id = other_event_mention_id
            ORDER BY told.article_id, told.char_start
            """,
            event_id,
        )
    )
    used = {each["rule"] for each in mentions}
    shown = ("event_type", "status", "starts_on", "ends_on", "place", "mention_count", "article_count", "denied_count")
    return Explanation(
        id=event_id,
        name=facts["label"],
        facts={key: facts[key] for key in shown},
        redirects=redirects,
        articles=_by_article(con, [], mentions),
        rules={rule: meaning for rule, meaning in EVENT_RULES.items() if rule in used},
    )


def _by_article(
    con: duckdb.DuckDBPyConnection, joins: list[dict[str, Any]], mentions: list[dict[str, Any]]
) -> list[Told]:
    """The articles with their joins and mentions: where it begins first, then in the order of publication."""
    articles = _rows(
        con,
        "SELECT article_id, source_path, published_on, outlet, title FROM articles WHERE list_contains($1, article_id) "
        "ORDER BY published_on NULLS LAST, article_id",
        sorted({each["article_id"] for each in mentions}),
    )

    def of(rows: list[dict[str, Any]], article_id: str) -> list[dict[str, Any]]:
        return [
            {key: value for key, value in row.items() if key != "article_id" and value not in (None, [])}
            for row in rows
            if row["article_id"] == article_id
        ]

    return [
        Told(**article, joins=of(joins, article["article_id"]), mentions=of(mentions, article["article_id"]))
        for article in articles
    ]


def _rows(con: duckdb.DuckDBPyConnection, query: str, value: Any) -> Iterator[dict[str, Any]]:
    answer = con.execute(query, [value])
    names = [column[0] for column in answer.description or ()]
    yield from (dict(zip(names, row, strict=True)) for row in answer.fetchall())


def _join_line(join: dict[str, Any]) -> str:
    line = f"“{join['name']}”: {join['rule']}"
    if "other_article_id" in join:
        known = [_plain(join.get("other_published_on")), join.get("other_outlet")]
        line += f", with “{join['other_name']}” of {' · '.join([join['other_article_id'], *filter(None, known)])}"
    if "shared_names" in join:
        line += f"; both name {', '.join(join['shared_names'])}"
    return line


def _mention_lines(mention: dict[str, Any]) -> Iterator[str]:
    if "event_mention_id" not in mention:
        stands = f" for “{mention['stands_for']}” by {mention['rule']}" if "rule" in mention else ""
        yield f"{mention['count']} × “{mention['text']}”{stands}"
        return
    told = [mention["status"], mention.get("date"), mention.get("place"), ", ".join(mention.get("parties", ()))]
    yield f"“{mention['text']}” ({'; '.join(filter(None, told))})"
    if "other_text" in mention:
        dates = {str(mention[key]) for key in ("date", "other_date") if key in mention}
        same = [
            *(["parties " + ", ".join(mention["shared_parties"])] if "shared_parties" in mention else []),
            *(["dates " + " and ".join(sorted(dates))] if "date" in mention and "other_date" in mention else []),
            *(["place " + mention["shared_place"]] if "shared_place" in mention else []),
        ]
        agreed = f": {'; '.join(same)}" if same else ""
        yield f"{INDENT}{mention['rule']}, with “{mention['other_text']}” of {mention['other_article_id']}{agreed}"


def _plain(value: Any) -> str:
    return " | ".join(value) if isinstance(value, list) else "" if value is None else str(value)
