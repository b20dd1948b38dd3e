"""Mentions of one happening within an article: what one of them says of who and when holds for the others too."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from flows.extract.events.happenings.same import is_same
from flows.extract.events.participants.of_events import Participants
from flows.extract.events.referents.names import Referent
from flows.extract.events.syntax import arguments, has_morph, is_background
from flows.extract.events.told import LOOK_BACK, WORDS, Day, Told, ids, indirect
from flows.extract.events.triggers.light_verbs import container
from flows.extract.events.when_and_where.report import NEWS_DAYS, WEEKDAY, is_to_come
from flows.records import Article, TimeExpression

Time = TimeExpression | Day

INDEFINITE = frozenset(
    {"un", "una", "unos", "unas", "varios", "varias", "algunos", "algunas", "otro", "otra", "otros", "otras"}
)
CLAIMS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""Types of what one says against or of another; where "la propuesta" is voted on is not where it was made."""


def share(told: Sequence[Told], article: Article) -> list[Told]:
    """Give each event the parties, date and place that other mentions of the same happening have, where they agree."""
    shared = list(told)
    for cluster in _clusters(told, article):
        times = {time.value: time for time in (told[number].time for number in cluster) if time}
        done = [told[number] for number in cluster if told[number].entry.event_type not in CLAIMS]
        places = {event.place_id for event in done if event.place_id}
        parties = _parties([told[number] for number in cluster])
        status = None
        for number in cluster:
            event = told[number]
            status = event.status or status
            shared[number] = dataclasses.replace(
                event,
                participants=_filled(event, parties),
                status=status or "occurred",
                time=event.time or (_shared_time(event, times, article) if len(times) == 1 else None),
                place_id=event.place_id or (next(iter(places)) if len(places) == 1 else None),
            )
    return shared


def _clusters(told: Sequence[Told], article: Article) -> list[list[int]]:
    """The events of each happening, by their numbers.

    What happened long before the news is told in a paragraph of its own, unless it is what the article begins with;
    elsewhere "la cumbre" is that of the news.
    """
    clusters: list[list[int]] = []
    published_on = article.published_on
    paragraphs = _paragraphs(told, article.text)
    for number, event in enumerate(told):
        for cluster in reversed(clusters[-LOOK_BACK:]):
            is_elsewhere = paragraphs[number] != paragraphs[cluster[-1]]
            earlier = [told[n] for n in cluster]
            is_topic = cluster[0] == 0
            if is_elsewhere and event.time is None and not is_topic and _is_background(earlier, published_on):
                continue
            if is_elsewhere and _is_recalled(event, earlier, published_on):
                continue
            if all(is_same(told[other], event, published_on) for other in cluster[-3:]):
                cluster.append(number)
                break
        else:
            clusters.append([number])
    return clusters


def _paragraphs(told: Sequence[Told], text: str) -> list[int]:
    """The line of the text that each event stands in."""
    found, line, start = [], 0, 0
    for event in told:
        line += text.count("\n", start, event.token.idx) if event.token.idx > start else 0
        start = max(start, event.token.idx)
        found.append(line)
    return found


def _is_background(cluster: Sequence[Told], published_on: dt.date | None) -> bool:
    """Whether a happening is told to have been long before the news."""
    ends = [event.time.ends_on for event in cluster if event.time and event.time.ends_on]
    return bool(ends) and published_on is not None and (published_on - max(ends)).days > NEWS_DAYS


def _is_recalled(event: Told, earlier: Sequence[Told], published_on: dt.date | None) -> bool:
    """Whether somebody's words of long ago are recalled after words of today: "ya lo pidió hace tres meses"."""
    if event.entry.event_type not in WORDS - {"CONSULT"} or event.time is None or any(each.time for each in earlier):
        return False
    if published_on is None:
        return not WEEKDAY.fullmatch(event.time.value)
    return _is_background([event], published_on)


def _parties(events: Sequence[Told]) -> Participants:
    """Who does one happening and who receives it, by the mentions that say so; nobody where they disagree.

    Not of what is often done twice in an article, by the same party to another: words and help.
    """
    if events[0].entry.event_type in WORDS - {"CONSULT"} | {"AID", "COOPERATE"}:
        return Participants((), ())
    is_resignation = events[0].entry.family == "resign"  # only one mention may say who receives it
    return Participants(
        _agreed([event.participants.actors for event in events]),
        () if is_resignation else _agreed([event.participants.recipients for event in events]),
    )


def _agreed(groups: Sequence[tuple[Referent, ...]]) -> tuple[Referent, ...]:
    """Those of one mention who are all that any has; not some of several, who may not be whom another is about."""
    named = [group for group in groups if group]
    if any(each.is_among for group in named for each in group):
        return ()
    most = max(named, key=len, default=())
    return tuple(indirect(most)) if all(ids(group) <= ids(most) for group in named) else ()


def _shared_time(event: Told, times: Mapping[str, Time], article: Article) -> Time | None:
    """The date of another mention, for one that tells the same.

    What has been done has none that is to come, and what is told of in general has none: "en un contexto de protestas".
    """
    time = next(iter(times.values()))
    is_over = event.status == "occurred" and is_to_come(time, article.published_on)
    return time if _is_once(event) and not is_over and not _is_general(event.token) else None


def _is_general(token: Token) -> bool:
    """Whether a noun in the plural stands without an article: "alentó protestas", not "las protestas"."""
    if token.pos_ != "NOUN" or not has_morph(token, "Number=Plur") or token.sent.start == token.i:
        return False
    return not any(child.dep_ in ("det", "nummod") for child in (*token.lefts, *container(token).lefts))


def _is_once(event: Told) -> bool:
    """Whether a mention tells the happening of another, not that the same was or may be done: "creen que apoyará"."""
    if event.status == "hypothetical" and event.entry.part_of_speech == "verb":
        return False
    return event.entry.event_type not in WORDS - {"CONSULT"} or not is_background(event.token)


def _is_to_new_ones(token: Token) -> bool:
    """Whether something is done to people or bodies not told of before: "impuso sanciones *a tres empresas*"."""
    objects = [phrase for slot, phrase in arguments(token) if slot == "obj"]
    phrases = [phrase for word in (token, *objects) for slot, phrase in arguments(word) if slot in ("a", "contra")]
    return any(
        child.dep_ == "nummod" or child.lower_ in INDEFINITE
        for phrase in phrases
        if phrase.pos_ == "NOUN"
        for child in phrase.lefts
    )


def _filled(event: Told, parties: Participants) -> Participants:
    """An event's participants, with those of the happening in the roles that a mention leaves empty.

    Of a meeting also where it names only one: "la cumbre con Petro" is that of Petro and Lula.
    """
    participants = event.participants
    actors = participants.actors or parties.actors
    recipients = participants.recipients or (() if _is_to_new_ones(event.token) else parties.recipients)
    if event.entry.frame.joint and not event.has_others and ids(actors) < ids(parties.actors):
        actors = parties.actors
    if ids(actors) & ids(recipients):
        return participants
    return Participants(actors, recipients)
