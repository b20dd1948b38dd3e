"""Which mentions are of one happening."""

import dataclasses
import datetime as dt
from typing import Any

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
    place_country=None,
    published_on=DAY,
    month=5,
)


def variant(**changes: object) -> Mention:
    return dataclasses.replace(VISIT, **{"mention_id": "x2", "article_id": "a2", **changes})  # type: ignore[arg-type]


MAY = {"starts_on": dt.date(2024, 5, 1), "ends_on": dt.date(2024, 5, 31)}
UNDATED: dict[str, Any] = {"starts_on": None, "ends_on": None, "month": None}


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
        (variant(**UNDATED, status="planned", published_on=DAY - dt.timedelta(days=3)), "same_parties"),
        (variant(place_country="CL"), "same_parties_and_date"),
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
        variant(**UNDATED, status="planned", published_on=DAY + dt.timedelta(days=20)),
        variant(**UNDATED, status="planned", article_id="a1"),
        variant(**UNDATED | {"month": 6}),
        variant(**UNDATED, article_id="a1", published_on=DAY + dt.timedelta(days=20)),
    ],
)
def test_cluster_mentions_keeps_two_happenings_apart(other: Mention) -> None:
    assert len(list(cluster_mentions([VISIT, other]))) == 2


def test_cluster_mentions_keeps_this_years_summit_from_last_years() -> None:
    summit = {"family": "meeting", "actors": frozenset({"Lula", "Boric"}), "recipients": frozenset[str]()}
    last = variant(mention_id="x1", **summit, starts_on=DAY, ends_on=DAY)
    recalled = variant(mention_id="x2", **summit, published_on=DAY + dt.timedelta(days=370))
    this = variant(
        mention_id="x3", **summit, **UNDATED, status="planned", published_on=DAY + dt.timedelta(days=370)
    )  # the same article announces one and recalls the other
    clusters = [[m.mention_id for m in each.mentions] for each in cluster_mentions([last, recalled, this])]
    assert clusters == [["x1", "x2"], ["x3"]]


def test_cluster_mentions_keeps_what_was_in_two_countries_apart() -> None:
    there, elsewhere = variant(mention_id="x1", place_country="CL"), variant(place_country="PE")
    assert len(list(cluster_mentions([there, elsewhere]))) == 2


def test_cluster_mentions_takes_a_president_for_his_country_where_the_recipient_is_one() -> None:
    by_country = variant(mention_id="x1", actors=frozenset({"Brasil"}), countries=frozenset({"BR"}))
    by_president = variant(actors=frozenset({"Lula"}), countries=frozenset({"BR"}), is_by_office=True)
    by_another = dataclasses.replace(by_president, mention_id="x3", article_id="a3", actors=frozenset({"Bolsonaro"}))
    assert len(list(cluster_mentions([by_country, by_president]))) == 1
    assert len(list(cluster_mentions([by_president, by_another]))) == 2


def test_cluster_mentions_needs_two_parties_in_common_where_no_date_tells() -> None:
    critic = {"event_type": "ACCUSE", "family": "disapprove", "recipients": frozenset({"Lula"}), **UNDATED}
    one = variant(mention_id="x1", actors=frozenset[str](), **critic)
    weeks_later = variant(article_id="a3", actors=frozenset[str](), **critic, published_on=DAY + dt.timedelta(days=20))
    next_day = variant(article_id="a3", actors=frozenset[str](), **critic, published_on=DAY + dt.timedelta(days=1))
    assert len(list(cluster_mentions([one, weeks_later]))) == 2
    assert len(list(cluster_mentions([one, next_day]))) == 1


def test_cluster_mentions_joins_what_befalls_a_person_once() -> None:
    killed = {"event_type": "ASSAULT", "family": "kill", "actors": frozenset[str](), **UNDATED}
    victim = frozenset({"Eva"})
    mentions = [
        variant(mention_id=f"x{n}", article_id=f"a{n}", recipients=victim, victims=victim, **killed) for n in (1, 2)
    ]
    assert len(list(cluster_mentions(mentions))) == 1


def test_cluster_mentions_tells_with_which_mention_each_agrees() -> None:
    (cluster,) = cluster_mentions([VISIT, variant(actors=frozenset({"Lula", "Haddad"})), variant(mention_id="x3")])
    assert [partner and partner.mention_id for partner in cluster.partners] == [None, "x1", "x2"]


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
