"""Which mentions are of one happening: greedy clusters within blocks, each join with the rule that made it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

CANDIDATES = 60
"""How many clusters of a block, the newest first, a mention is compared with: keeps the cost near linear."""

UNDATED_DAYS = 45
"""How far apart two articles may be published whose undated mentions of the same parties are one happening."""

NEWS_DAYS = 7
"""What an article dates longer before its publication is no news of it, but what it recalls."""

LATE_DAYS = 2
"""How late an article may be printed: what it says is to come can be over by so many days, and news are the same."""

ONGOING = frozenset({"war", "sanction"})
"""Families of what goes on for years: mentions of it are one happening whenever they are published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What joining needs of an event mention."""

    mention_id: str
    article_id: str
    event_type: str
    family: str
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]
    countries: frozenset[str]
    """Of its actors, where all have one, by themselves or by their office: "Rusia" and "Putin" can be one party."""
    is_by_office: bool = False
    """Its actors' countries are those of their offices: two presidents of one country are not one party."""
    starts_on: dt.date | None
    ends_on: dt.date | None
    place_country: str | None
    published_on: dt.date | None
    month: int | None = None
    """The month that its date lies in, also where the year is not known."""
    victims: frozenset[str] = frozenset()
    """Persons whom it befalls, where that is what befalls one once: who is killed, arrested, freed."""


@dataclass(slots=True)
class Cluster:
    """Mentions of one happening, and what they agree on; grows while its type is worked on."""

    mentions: list[Mention] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    partners: list[Mention | None] = field(default_factory=list)
    """Of each mention the earlier one that it agrees with by its rule."""
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    is_by_office: bool = True
    """No mention names the countries themselves."""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    not_before: dt.date | None = None
    """The latest day on which an article says, without a date, that it is still to come."""
    month: int | None = None
    place_country: str | None = None

    def add(self, mention: Mention, rule: str) -> None:
        """Take a mention in; the date becomes what all dated mentions allow."""
        self.partners.append(self._partner(mention))
        self.mentions.append(mention)
        self.rules.append(rule)
        self.actors |= mention.actors
        self.recipients |= mention.recipients
        self.countries |= mention.countries
        self.is_by_office = self.is_by_office and (mention.is_by_office or not mention.countries)
        self.place_country = self.place_country or mention.place_country
        self.month = self.month or mention.month
        if mention.status == "planned" and not mention.starts_on and mention.published_on:
            self.not_before = max(self.not_before or mention.published_on, mention.published_on)
        if mention.starts_on and mention.ends_on and not self.excludes(mention):
            self.starts_on = max(self.starts_on or mention.starts_on, mention.starts_on)
            self.ends_on = min(self.ends_on or mention.ends_on, mention.ends_on)

    def excludes(self, mention: Mention) -> bool:
        """Whether its date and a mention's have no day in common: a war has many."""
        if not (mention.starts_on and mention.ends_on and self.starts_on and self.ends_on):
            return False
        return mention.ends_on < self.starts_on or self.ends_on < mention.starts_on

    def _partner(self, mention: Mention) -> Mention | None:
        """The latest of its mentions that agrees best: of the same article, with most parties in common."""

        def agreement(other: Mention) -> tuple[bool, int, bool]:
            parties = (mention.actors | mention.recipients) & (other.actors | other.recipients)
            return (other.article_id == mention.article_id, len(parties), other.starts_on is not None)

        return max(reversed(self.mentions[-CANDIDATES:]), key=agreement, default=None)


def cluster_mentions(mentions: Iterable[Mention]) -> Iterator[Cluster]:
    """Join mentions of one event type into happenings.

    Mentions come in the order of their publication, so the same articles give the same clusters in whatever order
    they were read. A mention joins the newest cluster of a block that fits; blocks are a family and a participant,
    or a family and an article: what names nobody ("la detención") is what the article told last of that kind.
    """
    blocks: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    found: list[Cluster] = []
    for mention in mentions:
        parties = sorted(mention.actors | mention.recipients)
        keys = [(mention.family, party) for party in (*parties, mention.article_id)]
        cluster, rule = _joined(mention, keys, blocks)
        if cluster is None:
            cluster = Cluster()
            found.append(cluster)
        cluster.add(mention, rule)
        for key in keys:
            if not any(known is cluster for known in blocks[key][-CANDIDATES:]):
                blocks[key].append(cluster)
    yield from found


def _joined(
    mention: Mention, keys: list[tuple[str, str]], blocks: dict[tuple[str, str], list[Cluster]]
) -> tuple[Cluster | None, str]:
    """The cluster that a mention joins and why; same article before same date before same parties alone."""
    best: tuple[int, Cluster | None, str] = (0, None, "alone")
    for key in keys:
        for cluster in reversed(blocks[key][-CANDIDATES:]):
            rank, rule = _fits(mention, cluster)
            if rank > best[0]:
                best = (rank, cluster, rule)
    return best[1], best[2]


def _fits(mention: Mention, cluster: Cluster) -> tuple[int, str]:
    if not (_same_parties(mention, cluster) and _same_time(mention, cluster) and _same_country(mention, cluster)):
        return 0, ""
    dated = mention.starts_on is not None and cluster.starts_on is not None
    if mention.article_id == cluster.mentions[-1].article_id and _same_status(mention, cluster):
        return (0, "") if _is_recalled(mention, cluster) else (3, "same_article")
    if dated:
        return 2, "same_parties_and_date"
    if mention.family in ONGOING:
        return (1, "ongoing") if mention.recipients & cluster.recipients or _is_enough(mention, cluster) else (0, "")
    if not (_near(mention, cluster) and _same_status(mention, cluster) and _is_enough(mention, cluster)):
        return 0, ""
    return 1, "same_parties"


def _same_parties(mention: Mention, cluster: Cluster) -> bool:
    """Whether the parties of one are among those of the other, and the two share one on each side that both name."""
    if not (mention.actors or mention.recipients) or not (cluster.actors or cluster.recipients):
        return mention.article_id == cluster.mentions[-1].article_id
    if mention.actors and cluster.actors:
        named = mention.actors <= cluster.actors or cluster.actors <= mention.actors
        if not named and not (_is_one_country(mention, cluster) and mention.recipients == cluster.recipients != set()):
            return False
    elif mention.actors or cluster.actors:
        return bool(mention.recipients) and mention.recipients == cluster.recipients
    if mention.recipients and cluster.recipients:
        return not mention.recipients.isdisjoint(cluster.recipients)
    return True


def _is_one_country(mention: Mention, cluster: Cluster) -> bool:
    """Whether the actors of one are the countries of the other's, or who holds an office of them."""
    is_two_people = mention.is_by_office and cluster.is_by_office
    return bool(mention.countries) and mention.countries <= cluster.countries and not is_two_people


def _is_enough(mention: Mention, cluster: Cluster) -> bool:
    """Whether two share enough where no date tells: two parties, whom it befalls once, or one in news of one day."""
    actors = len(mention.actors & cluster.actors) or _is_one_country(mention, cluster)
    common = actors + len(mention.recipients & cluster.recipients)
    if common > 1 or not mention.victims.isdisjoint(cluster.recipients):
        return True
    first, second = mention.published_on, cluster.mentions[-1].published_on
    return first is not None and second is not None and abs((first - second).days) <= LATE_DAYS


def _same_time(mention: Mention, cluster: Cluster) -> bool:
    """Whether two dates can be one, at the coarser precision; an unknown one can be any that is not over when told.

    A war has many dates.
    """
    if mention.family == "war":
        return True
    if not (mention.starts_on and cluster.starts_on) and None not in (mention.month, cluster.month):
        return mention.month == cluster.month
    if mention.starts_on and mention.ends_on:
        if cluster.not_before and mention.ends_on < cluster.not_before - dt.timedelta(days=LATE_DAYS):
            return False
        if not (cluster.starts_on and cluster.ends_on):
            return True
        return not cluster.excludes(mention)
    if mention.status != "planned" or not mention.published_on or not cluster.ends_on:
        return True
    if mention.article_id == cluster.mentions[-1].article_id:
        return cluster.ends_on > mention.published_on
    return cluster.ends_on >= mention.published_on - dt.timedelta(days=LATE_DAYS)


def _same_country(mention: Mention, cluster: Cluster) -> bool:
    """Whether the places that are named for them may be one."""
    return None in (mention.place_country, cluster.place_country) or mention.place_country == cluster.place_country


def _is_recalled(mention: Mention, cluster: Cluster) -> bool:
    """Whether an article tells one without a date, and the other as long over: those it would have given one date."""
    if mention.starts_on or not mention.published_on or not cluster.ends_on or mention.family in ONGOING:
        return False
    return (mention.published_on - cluster.ends_on).days > NEWS_DAYS


def _same_status(mention: Mention, cluster: Cluster) -> bool:
    """Whether neither is only thought of while the other is told."""
    other = cluster.mentions[-1].status
    return (mention.status == "hypothetical") == (other == "hypothetical")


def _near(mention: Mention, cluster: Cluster) -> bool:
    first, second = mention.published_on, cluster.mentions[-1].published_on
    if first is None or second is None:
        return True
    return abs((first - second).days) <= UNDATED_DAYS
