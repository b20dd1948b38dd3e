"""What may be an article's events: each trigger read with its participants, status, date and place."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from flows.extract.events.happenings.asked_or_doubled import without_asked_or_doubled
from flows.extract.events.happenings.repeated_nouns import completed, find_antecedent, is_bare
from flows.extract.events.happenings.shared import share
from flows.extract.events.lexicon import Entry
from flows.extract.events.participants.company import shared_subject
from flows.extract.events.participants.of_events import Participants, find_participants
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.status import find_status
from flows.extract.events.syntax import (
    arguments,
    conjuncts,
)
from flows.extract.events.told import NEEDS_NOBODY, Told, inherited
from flows.extract.events.triggers.finding import Trigger, find_triggers
from flows.extract.events.when_and_where.dates import Calendar
from flows.extract.events.when_and_where.free_dates import with_free_dates
from flows.extract.events.when_and_where.occasions import with_dates_of_occasions
from flows.extract.events.when_and_where.places import find_place
from flows.extract.events.when_and_where.reported_day import running_time
from flows.extract.events.when_and_where.story_days import with_story_days
from flows.extract.links_in_brackets import bracketed_links
from flows.records import Findings

TOLD_KINDS = frozenset({"title", "subhead", "body"})
"""Kinds of paragraphs whose events count."""


def find_candidates(doc: Doc, findings: Findings) -> tuple[list[Told], Referents]:
    """Find what may be the article's events, with all that is said of them; the classifier decides which are.

    Returns:
        the candidates in the text's order, and what the article's phrases stand for.
    """
    referents = Referents(doc, findings)
    triggers = {trigger.token.i: trigger for trigger in find_triggers(doc, _told(findings))}
    calendar = Calendar(doc, findings, triggers)
    published_on = findings.article.published_on
    told = with_free_dates(list(without_asked_or_doubled(_read(triggers, referents, calendar))), calendar, published_on)
    shared = with_dates_of_occasions(share(told, findings.article), calendar)
    running = with_story_days(running_time(shared, calendar, findings), calendar, findings)
    return share(running, findings.article), referents


def _told(findings: Findings) -> Callable[[Token], bool]:
    spans = [(each.char_start, each.char_end) for each in findings.layout if each.kind in TOLD_KINDS]
    told = bytearray(len(findings.article.text) + 1)
    for start, end in spans:
        told[start:end] = b"\1" * (end - start)
    for start, end in bracketed_links(findings.article.text, 0, len(findings.article.text)):
        told[start:end] = bytes(end - start)
    return lambda token: bool(told[token.idx])


def _read(triggers: dict[int, Trigger], referents: Referents, calendar: Calendar) -> Iterator[Told]:
    """Read each trigger with the first of its entries whose needs are met."""

    def reading(token: Token) -> Entry | None:
        trigger = triggers.get(token.i)
        return trigger.entries[0] if trigger else None

    told: list[Told] = []
    for trigger in triggers.values():
        token = trigger.token
        if referents.names.named(token):
            continue
        for entry in trigger.entries:
            participants = _complete(token, entry, find_participants(token, entry, referents, reading), referents, told)
            if not _is_enough(entry, participants, referents):
                continue
            place_id = find_place(token, entry, participants, referents)
            time = calendar.of(token, is_meeting=entry.event_type == "CONSULT")
            has_others = entry.frame.joint and _is_with_others(token, referents)
            event = Told(token, entry, participants, _status(token, entry), time, place_id, has_others)
            told.append(event)
            yield event
            break


def _status(token: Token, entry: Entry) -> str | None:
    """Whether an event happened; what is told by a "no" did: "no acató la orden" disobeyed."""
    status = find_status(token)
    is_told_by_no = any(name == "negated" for name, _ in entry.conditions)
    return "occurred" if is_told_by_no and status == "denied" else status


def _complete(
    token: Token, entry: Entry, participants: Participants, referents: Referents, told: list[Told]
) -> Participants:
    """Take from the mention before, or the clause around, what a bare noun leaves out: "tras la reunión, ..."."""
    if entry.part_of_speech != "noun":
        return participants
    is_empty = not (participants.actors or participants.recipients)
    if is_empty or not _is_enough(entry, participants, referents):
        city_id = _city(token, referents) if entry.frame.joint else None
        if not is_bare(token) and city_id is None:
            return participants
        antecedent = find_antecedent(token, entry, told, city_id)
        return inherited(antecedent) if antecedent else Participants(tuple(shared_subject(token, referents)), ())
    if entry.frame.joint and len(participants.actors) == 1 and not _is_with_others(token, referents):
        return completed(token, entry, participants, told)
    return participants


def _city(token: Token, referents: Referents) -> str | None:
    """The city that is all a noun says of a meeting told before: "la cumbre de Singapur"."""
    phrases = [phrase for slot, phrase in arguments(token) if slot in ("de", "con", "entre")]
    return referents.names.city(phrases[0]) if len(phrases) == 1 and len(conjuncts(phrases[0])) == 1 else None


def _is_with_others(token: Token, referents: Referents) -> bool:
    """Whether a meeting is said to be with somebody whom no name stands for: "tuvo contactos con otros grupos"."""
    heads = (token, token.head) if token.dep_ == "obj" else (token,)
    company = [phrase for head in heads for slot, phrase in arguments(head) if slot == "con" and phrase.i > token.i]
    return bool(company) and not any(map(referents.of, company))


def _is_enough(entry: Entry, participants: Participants, referents: Referents) -> bool:
    actors, recipients = participants.actors, participants.recipients
    direct = [each for each in (*actors, *recipients) if each.is_direct]
    kinds = [referents.names.entity(each.entity_id).entity_type for each in actors]
    needs = {
        "nobody": True,
        "actor": bool(actors),
        "recipient": bool(recipients),
        "both": bool(actors and recipients),
        "pair": len(actors) > 1,
        "sides": len(actors) > 1 or bool(actors and recipients),
        "any": bool(actors or recipients),
        "any_named": bool(direct),
        "journey": bool(actors and recipients)
        and all(each.is_direct for each in actors)
        and all(kind == "PER" for kind in kinds),
        "public": bool(actors and recipients) and "PER" not in kinds,
        "public_pair": len(actors) > 1 and "PER" not in kinds,
        "authority": bool(recipients and direct) or (bool(direct) and "PER" not in kinds),
        "voiced": bool(actors) and bool(direct),
        None: entry.event_type in NEEDS_NOBODY or bool(actors or recipients),
    }
    return needs[entry.need]
