"""Mentions of one happening within an article: what one of them says of who and when holds for the others too."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry
from flows.extract.events.light_verbs import container
from flows.extract.events.names import Referent
from flows.extract.events.participants import Participants
from flows.extract.events.people import is_person, is_role
from flows.extract.events.status import carriers
from flows.extract.events.syntax import (
    arguments,
    clause_verb,
    is_background,
    is_passive,
    lemma_of,
    preposition,
    reflexive,
)
from flows.records import Article, TimeExpression

DEFINITE = frozenset(
    {"el", "la", "los", "las", "este", "esta", "estos", "estas", "ese", "esa", "dicho", "dicha", "aquel", "del", "al"}
)
NAMING_SLOTS = frozenset({"de", "entre", "con", "contra", "a"})
LOOK_BACK = 40
"""How many events back it looks."""

OPENING = 6
"""Among how many events an article's opening one is looked for."""

WORDS = frozenset({"CONSULT", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "AGREE", "THREATEN"})
"""Types of what is done by words, in a day."""

ACTS = WORDS | {"CONCEDE", "SANCTION", "RETREAT", "COOPERATE"}
"""Types of what is done in a day, by words or by an act of office."""

WEEKDAY = re.compile(r"(?:\d{4}|XXXX)-WXX-\d")
"""Values of a weekday of an unknown week: "el martes" of a report is near its publication."""

SPAN = re.compile(r"\b(?:últim[oa]s|hace (?:unos|varios|algunos|muchos)|hace (?:unas|varias|algunas|muchas))\b")
"""What says that something went on for long: "en los últimos meses", "hace algunos años"."""

MEETINGS = frozenset({"meeting", "talks"})
"""Families that a meeting goes under: "las conversaciones" of a summit are the summit."""

NEWS_DAYS = 7
"""How old what an article reports can be on the day of its publication."""

REACH = 400
"""How many words back a bare noun ("la reunión") looks for what it repeats."""


@dataclasses.dataclass(frozen=True, slots=True)
class Day:
    """The day that an article reports, where no phrase of it says which."""

    value: str
    starts_on: dt.date
    ends_on: dt.date
    time_id: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """An event as one word of an article tells it."""

    token: Token
    entry: Entry
    participants: Participants
    status: str | None
    """None where its words do not say; another mention of the same happening may."""
    time: TimeExpression | Day | None = None
    place_id: str | None = None
    has_others: bool = False
    """Whether it is a meeting with somebody unnamed: not that of another mention which names more who meet."""


def is_bare(token: Token) -> bool:
    """Whether a noun points at something told already: "la reunión", "este ataque", without saying whose or what."""
    if not any(child.lower_ in DEFINITE for child in (*token.lefts, *container(token).lefts)):
        return False
    told = [phrase for slot, phrase in arguments(token) if slot in NAMING_SLOTS]
    if any(phrase.pos_ == "PROPN" or is_person(phrase) for phrase in told):
        return False
    return not any(child.dep_ in ("acl", "ccomp") and preposition(child) == "de" for child in token.rights)


def find_antecedent(token: Token, entry: Entry, told: Sequence[Told], city_id: str | None = None) -> Told | None:
    """The event told before that a bare noun repeats: the nearest of its kind, of a city's the nearest held there."""
    near = [event for event in _near(token, entry, told) if _has_parties(event)]
    there = [event for event in near if city_id is not None and event.place_id == city_id]
    if there:
        return there[-1]
    same_word = [event for event in near if event.entry is entry]
    same_family = [event for event in near if event.entry.family == entry.family]
    if entry.event_type == "COOPERATE":  # "la cooperación" is as often a state of things
        same_family = near = []
    found = same_word or same_family or near
    return found[-1] if found else None


def _near(token: Token, entry: Entry, told: Sequence[Told]) -> list[Told]:
    reachable = (event for event in told[-LOOK_BACK:] if token.i - event.token.i <= REACH)
    return [event for event in reachable if is_of_kind(entry, event.entry)]


def is_of_kind(entry: Entry, other: Entry) -> bool:
    """Whether two readings can be of one happening: the same type, and no visit where the other is a meeting."""
    return entry.event_type == other.event_type and (
        entry.family == other.family or {entry.family, other.family} <= MEETINGS
    )


def inherited(event: Told) -> Participants:
    """The participants of an event, for a mention that does not name them itself."""
    return Participants(
        *(tuple(_indirect(group)) for group in (event.participants.actors, event.participants.recipients))
    )


def completed(token: Token, entry: Entry, participants: Participants, told: Sequence[Told]) -> Participants:
    """The parties of a meeting of which a mention names only one, by the nearest mention before that names more."""
    own = _ids(participants.actors)
    for event in reversed(_near(token, entry, told)):
        if own < _ids(event.participants.actors):
            return dataclasses.replace(participants, actors=inherited(event).actors)
    return participants


def share(told: Sequence[Told], article: Article) -> list[Told]:
    """Give each event the parties, date and place that other mentions of the same happening have, where they agree.

    What happened long before the news is told in a paragraph of its own; elsewhere "la cumbre" is that of the news.
    """
    clusters: list[list[int]] = []
    published_on = article.published_on
    paragraphs = _paragraphs(told, article.text)
    for number, event in enumerate(told):
        for cluster in reversed(clusters[-LOOK_BACK:]):
            is_elsewhere = paragraphs[number] != paragraphs[cluster[-1]]
            if is_elsewhere and event.time is None and _is_background([told[n] for n in cluster], published_on):
                continue
            if all(_is_same(told[other], event, published_on) for other in cluster[-3:]):
                cluster.append(number)
                break
        else:
            clusters.append([number])
    shared = list(told)
    for cluster in clusters:
        times = {time.value: time for time in (told[number].time for number in cluster) if time}
        places = {told[n].place_id for n in cluster if told[n].place_id}
        parties = _parties([told[number] for number in cluster])
        status = None
        for number in cluster:
            event = told[number]
            status = event.status or status
            shared[number] = dataclasses.replace(
                event,
                participants=_filled(event, parties),
                status=status or "occurred",
                time=event.time or (next(iter(times.values())) if len(times) == 1 else None),
                place_id=event.place_id or (next(iter(places)) if len(places) == 1 else None),
            )
    return _with_dates_of_occasions(shared)


def _with_dates_of_occasions(told: Sequence[Told]) -> list[Told]:
    """Give what happens on an occasion its date: "tras la cumbre de abril, en la que Petro elogió a Lula"."""
    dates = {event.token.i: event.time for event in told if event.time}
    return [
        dataclasses.replace(event, time=next((dates[i] for i in _occasions(event.token) if i in dates), None))
        if event.time is None
        else event
        for event in told
    ]


def _occasions(verb: Token) -> list[int]:
    """The words that a relative clause of place may tell the occasion of: "la cumbre fue en Quito, donde firmaron"."""
    if verb.dep_ not in ("acl", "acl:relcl") or verb.head.i > verb.i:
        return []
    words = {word.lower_ for word in verb.doc[verb.head.i : verb.i]}
    outer = clause_verb(verb.head) if "donde" in words else None
    subjects = [] if outer is None or lemma_of(outer) not in carriers() else [*outer.lefts]
    return [verb.head.i, *(subject.i for subject in subjects)] if words & {"en", "donde"} else []


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
    named = [group for group in groups if group]
    most = max(named, key=len, default=())
    return tuple(_indirect(most)) if all(_ids(group) <= _ids(most) for group in named) else ()


def _filled(event: Told, parties: Participants) -> Participants:
    """An event's participants, with those of the happening in the roles that a mention leaves empty.

    Of a meeting also where it names only one: "la cumbre con Petro" is that of Petro and Lula.
    """
    participants = event.participants
    actors, recipients = participants.actors or parties.actors, participants.recipients or parties.recipients
    if event.entry.frame.joint and not event.has_others and _ids(actors) < _ids(parties.actors):
        actors = parties.actors
    if _ids(actors) & _ids(recipients):
        return participants
    return Participants(actors, recipients)


def running_time(told: Sequence[Told], published_on: dt.date | None) -> list[Told]:
    """Give what is done in the course of the day that an article reports that day's date.

    "Milei recibió hoy a Meloni. ... La elogió": the praise is of today too. The day is that of the first events that
    have one; where none has, the day of publication. Only for what one does by words, and for those who take part in
    what the article opens with; not for what had happened before ("había").
    """
    day = _reported_day(told, published_on)
    if day is None:
        return list(told)
    parties = frozenset[str]().union(
        *(_ids(each.participants.actors) | _ids(each.participants.recipients) for each in told[:OPENING])
    )
    dated = {event.token.sent.start for event in told if event.time and event.time.value != day.value}
    return [
        dataclasses.replace(event, time=day)
        if event.token.sent.start not in dated and _is_of_the_day(event, parties)
        else event
        for event in told
    ]


def _reported_day(told: Sequence[Told], published_on: dt.date | None) -> TimeExpression | Day | None:
    """The day that an article's first dated event has, near its publication; else that of publication."""
    times = [event.time for event in told[:OPENING] if event.time and event.status == "occurred"]
    opening = next((time for time in times if _is_day_near(time, published_on)), None)
    if opening is not None:
        return opening
    return Day(published_on.isoformat(), published_on, published_on) if published_on else None


def _is_day_near(time: TimeExpression | Day, published_on: dt.date | None) -> bool:
    """Whether a time is one day, and not long before an article's publication; where that is unknown, a weekday."""
    if time.starts_on is None or published_on is None:
        return bool(WEEKDAY.fullmatch(time.value))
    return time.starts_on == time.ends_on and abs((published_on - time.starts_on).days) <= NEWS_DAYS


def _is_of_the_day(event: Told, parties: frozenset[str]) -> bool:
    if event.time is not None or event.status != "occurred" or is_background(event.token):
        return False
    if event.entry.event_type not in ACTS or clause_verb(event.token) is None or SPAN.search(event.token.sent.text):
        return False
    return bool(_ids(event.participants.actors) & parties)


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


def _is_same(first: Told, second: Told, published_on: dt.date | None) -> bool:
    """Whether two events of an article can be one happening: kind, people and date agree as far as both tell them."""
    if not is_of_kind(first.entry, second.entry) or not _is_compatible(first.time, second.time):
        return False
    if _is_over(first, second, published_on) or _is_over(second, first, published_on):
        return False
    if {first.status, second.status} == {"occurred", "planned"} and not (first.time and second.time):
        return False
    actors, recipients = _ids(first.participants.actors), _ids(first.participants.recipients)
    others, receivers = _ids(second.participants.actors), _ids(second.participants.recipients)
    if not (actors or recipients) or not (others or receivers):
        if (actors or recipients or others or receivers) and any(
            _says_of_whom(event.token) or _is_of_others(event) for event in (first, second) if not _has_parties(event)
        ):
            return False
        return first.entry.family == second.entry.family and first.entry.event_type not in WORDS  # "la muerte"
    if not actors & others and not (recipients & receivers and not (actors and others)):
        return False
    if recipients and receivers and not recipients & receivers:
        return False
    return actors <= others or others <= actors


def _has_parties(event: Told) -> bool:
    return bool(event.participants.actors or event.participants.recipients)


def _says_of_whom(token: Token) -> bool:
    """Whether a word tells itself whose deed it is or who undergoes it, of people it does not name."""
    return any(is_person(phrase) for _, phrase in arguments(token))


def _is_of_others(event: Told) -> bool:
    """Whether a verb has a subject of its own, whoever that is: "el gabinete dimitió" is not the minister's act."""
    token = event.token
    if event.entry.part_of_speech == "noun" or is_passive(token) or reflexive(token) is not None:
        return False
    return any(slot == "subj" and phrase.pos_ == "NOUN" and not is_role(phrase) for slot, phrase in arguments(token))


def _is_over(planned: Told, other: Told, published_on: dt.date | None) -> bool:
    """Whether one is still to come and the other was before the news."""
    ends_on = other.time.ends_on if other.time else None
    return planned.status == "planned" and bool(ends_on and published_on and ends_on < published_on)


def _is_compatible(first: TimeExpression | Day | None, second: TimeExpression | Day | None) -> bool:
    if first is None or second is None or first.value == second.value:
        return True
    if None in (first.starts_on, first.ends_on, second.starts_on, second.ends_on):
        return False
    assert first.starts_on and first.ends_on and second.starts_on and second.ends_on
    return first.starts_on <= second.ends_on and second.starts_on <= first.ends_on


def _ids(referents: Iterable[Referent]) -> frozenset[str]:
    return frozenset(each.entity_id for each in referents)


def _indirect(referents: Iterable[Referent]) -> Iterable[Referent]:
    return (dataclasses.replace(each, is_direct=False) for each in referents)
