"""Which mentions are of one happening."""

import dataclasses
import datetime as dt

import pytest

from flows.resolve.event_clusters import Mention, cluster_mentions
from flows.resolve.event_labels import label_event, spanish_date

DAY = dt.date(2024, 5, 3)
VISIT = Mention(
    mention_id="x1",
    article_id="a1",
    event_type="CONSULT",
    family="visit",
    status="occurred",
    actors=frozenset({"Lula"}),
    recipients=frozenset({"Chile"}),
    countries=frozenset(),
    starts_on=DAY,
    ends_on=DAY,
    place_id=None,
    published_on=DAY,
)


def variant(**changes: object) -> Mention:
    return dataclasses.replace(VISIT, **{"mention_id": "x2", "article_id": "a2", **changes})  # type: ignore[arg-type]


MAY = {"starts_on": dt.date(2024, 5, 1), "ends_on": dt.date(2024, 5, 31)}
UNDATED = {"starts_on": None, "ends_on": None}


NOBODY: dict[str, object] = {"actors": frozenset(), "recipients": frozenset()}


def test_cluster_mentions_joins_what_names_nobody_within_its_article_alone() -> None:
    repeated = variant(article_id="a1", **NOBODY)
    elsewhere = variant(mention_id="x3", article_id="a3", **NOBODY)
    assert [len(each.mentions) for each in cluster_mentions([VISIT, repeated, elsewhere])] == [2, 1]


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        (variant(), "same_parties_and_date"),
        (variant(**MAY), "same_parties_and_date"),
        (variant(article_id="a1"), "same_article"),
        (variant(article_id="a1", **UNDATED), "same_article"),
        (variant(**UNDATED), "same_parties"),
        (variant(actors=frozenset({"Lula", "Haddad"})), "same_parties_and_date"),
    ],
)
def test_cluster_mentions_joins_what_is_one_happening(other: Mention, rule: str) -> None:
    (cluster,) = cluster_mentions([VISIT, other])
    assert cluster.rules == ["alone", rule]


@pytest.mark.parametrize(
    "other",
    [
        variant(starts_on=dt.date(2023, 5, 3), ends_on=dt.date(2023, 5, 3)),
        variant(recipients=frozenset({"Perú"})),
        variant(actors=frozenset({"Petro"})),
        variant(family="meeting"),
        variant(**UNDATED, published_on=dt.date(2023, 1, 1)),
        variant(**UNDATED, status="hypothetical"),
    ],
)
def test_cluster_mentions_keeps_two_happenings_apart(other: Mention) -> None:
    assert len(list(cluster_mentions([VISIT, other]))) == 2


def test_cluster_mentions_joins_a_war_across_years() -> None:
    war = variant(mention_id="x1", family="war", **UNDATED)
    later = dataclasses.replace(war, mention_id="x2", article_id="a3", published_on=dt.date(2026, 1, 1))
    (cluster,) = cluster_mentions([war, later])
    assert cluster.rules[1] == "ongoing"


def test_cluster_mentions_narrows_the_date() -> None:
    (cluster,) = cluster_mentions([variant(mention_id="x0", **MAY), VISIT])
    assert (cluster.starts_on, cluster.ends_on) == (DAY, DAY)


def test_label_event_says_what_is_only_planned() -> None:
    label = label_event(
        event_type="ASSAULT", mode="abduct", family="abduct", status="denied", actors=["ELN"],
        recipients=["Ingrid", "Clara", "Luis", "Ana"], place=None, starts_on=None, ends_on=None,
    )  # fmt: skip
    assert label == "Desmentido: secuestro por ELN de Ingrid, Clara, Luis y otros"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "text"),
    [
        (DAY, DAY, "3 de mayo de 2024"),
        (MAY["starts_on"], MAY["ends_on"], "mayo de 2024"),
        (dt.date(2024, 1, 1), dt.date(2024, 12, 31), "2024"),
        (dt.date(2024, 5, 6), dt.date(2024, 5, 12), "6 a 12 de mayo de 2024"),
        (dt.date(2020, 1, 1), dt.date(2022, 12, 31), "2020 a 2022"),
        (None, None, None),
    ],
)
def test_spanish_date_is_as_precise_as_it_is_known(
    starts_on: dt.date | None, ends_on: dt.date | None, text: str | None
) -> None:
    assert spanish_date(starts_on, ends_on) == text
