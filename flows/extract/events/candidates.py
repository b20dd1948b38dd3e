"""What may be an article's events: each trigger read with its participants, status, date and place."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from flows.extract.events.happenings.repeated_nouns import completed, find_antecedent, is_bare
from flows.extract.events.happenings.shared import share
from flows.extract.events.lexicon import Entry, word_list
from flows.extract.events.participants.company import shared_subject
from flows.extract.events.participants.of_events import Participants, find_participants
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.status import brings_about, carriers, find_status
from flows.extract.events.syntax import (
    ancestors,
    arguments,
    clause_verb,
    conjuncts,
    is_background,
    is_pluperfect,
    is_verb,
    lemma_of,
    preposition,
)
from flows.extract.events.told import Told, inherited, names_anybody
from flows.extract.events.triggers.finding import Trigger, find_triggers
from flows.extract.events.when_and_where.dates import Calendar
from flows.extract.events.when_and_where.occasions import with_dates_of_occasions
from flows.extract.events.when_and_where.places import find_place
from flows.extract.events.when_and_where.report import is_to_come
from flows.extract.events.when_and_where.reported_day import running_time
from flows.extract.links_in_brackets import bracketed_links
from flows.records import Findings, TimeExpression

TOLD_KINDS = frozenset({"title", "subhead", "body"})
"""Kinds of paragraphs whose events count."""

NEEDS_NOBODY = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
"""Types that are an event also where neither actor nor recipient is named."""

ASKING = frozenset({"REQUEST", "AGREE", "THREATEN"})
"""Types whose object is no event of its own: what is asked for, promised or threatened."""

SPECIFIED_WITHIN = 3
"""How many words after a noun what only says which deed it tells may stand."""

REASONS = frozenset({"por", "tras", "ante"})
"""Prepositions of why something is asked for."""


def find_candidates(doc: Doc, findings: Findings) -> tuple[list[Told], Referents]:
    """Find what may be the article's events, with all that is said of them; the classifier decides which are.

    Returns:
        the candidates in the text's order, and what the article's phrases stand for.
    """
    referents = Referents(doc, findings)
    triggers = {trigger.token.i: trigger for trigger in find_triggers(doc, _told(findings))}
    calendar = Calendar(doc, findings, triggers)
    published_on = findings.article.published_on
    told = _with_free_dates(list(_without_asked(_read(triggers, referents, calendar))), calendar, published_on)
    shared = with_dates_of_occasions(share(told, findings.article))
    return share(running_time(shared, calendar, findings), findings.article), referents


def has_parties(event: Told) -> bool:
    """Whether an event has the actor or recipient without which only violence, protest, force and coercion are one."""
    return names_anybody(event) or event.entry.event_type in NEEDS_NOBODY


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


def _without_asked(told: Iterator[Told]) -> Iterator[Told]:
    """Leave out what is only asked for, promised or threatened, and one of two words for the same deed."""
    events = list(told)
    asking = {event.token.i for event in events if event.entry.event_type in ASKING and has_parties(event)}
    by_word = {event.token.i: event for event in events}
    doubled = {number for event in events for number in _doubled(event, by_word)}
    for event in events:
        if event.token.i not in doubled and not _is_asked(event.token, asking) and not _is_empty_denial(event):
            yield event


def _with_free_dates(told: list[Told], calendar: Calendar, published_on: dt.date | None) -> list[Told]:
    """Give what has no date the only one of its sentence or, of what is done to people, of its paragraph.

    Of its sentence to a verb, where no event there has it: "acusó a Irán de mentir en 2022".
    """
    taken = {event.time.time_id for event in told if event.time}
    return [
        event if event.time else dataclasses.replace(event, time=_free_date(event, calendar, taken, published_on))
        for event in told
    ]


def _free_date(event: Told, calendar: Calendar, taken: set[str], published_on: dt.date | None) -> TimeExpression | None:
    verb = clause_verb(event.token)
    is_free = verb is not None and not is_pluperfect(verb) and (is_verb(event.token) or _is_carried(event.token, verb))
    time = calendar.only_of_sentence(event.token) if is_free else None
    if time is not None and time.time_id not in taken and not _is_past_plan(event, time, published_on):
        return time
    if event.status not in ("occurred", None) or is_background(event.token):
        return None
    time = calendar.only_of_paragraph(event.token) if event.entry.event_type in NEEDS_NOBODY else None
    return None if time is None or is_to_come(time, published_on) else time


def _is_carried(noun: Token, verb: Token) -> bool:
    """Whether a verb only carries its noun, and has its time: "anunció su renuncia"."""
    return noun.head.i == verb.i and noun.dep_ == "obj" and lemma_of(verb) in carriers()


def _is_past_plan(event: Told, time: TimeExpression, published_on: dt.date | None) -> bool:
    """Whether something is planned and the day is of its announcement: "viajará a Perú, dijo el lunes"."""
    return event.status == "planned" and bool(time.ends_on and published_on and time.ends_on <= published_on)


def _doubled(event: Told, by_word: dict[int, Told]) -> Iterator[int]:
    """Which of two words for one deed to leave out: of "dio su apoyo" the verb, of "envió ayuda" the noun."""
    if _only_specifies(event, by_word):
        yield event.token.i
    above = event.token.head
    if event.token.dep_ in ("xcomp", "ccomp") and above.i in by_word and has_parties(event) and brings_about(above):
        yield above.i  # "obligó a Mora a renunciar": one deed, which is told as done
    if event.entry.part_of_speech != "noun":
        return
    verb = by_word.get(event.token.head.i)
    if verb is None or verb.entry.part_of_speech != "verb":
        return
    if event.token.dep_ == "obl" and verb.entry.mode == event.entry.mode == "arrest" and names_anybody(verb):
        yield event.token.i  # "ingresó en prisión"
    if event.token.dep_ not in ("obj", "nsubj"):
        return
    if verb.entry.event_type in ASKING:
        return  # "ofreció ayuda": the help is only offered
    is_praised = verb.entry.family == "praise"  # "celebró el acuerdo"
    if lemma_of(verb.token) in word_list("referents")["support_verbs"] and not is_praised:
        same = verb.entry.event_type == event.entry.event_type
        is_emptier = has_parties(event) and not has_parties(verb)  # "la cumbre de Perú y Chile se celebró"
        yield event.token.i if same and not is_emptier else verb.token.i


def _only_specifies(event: Told, by_word: dict[int, Told]) -> bool:
    """Whether a word only says which deed a noun before it tells: "el embargo impuesto", "una orden de captura"."""
    word = event.token
    noun = by_word.get(word.head.i)
    if noun is None or noun.entry.part_of_speech != "noun" or noun.entry.event_type != event.entry.event_type:
        return False
    return word.dep_ in ("amod", "acl", "nmod") and 0 < word.i - noun.token.i <= SPECIFIED_WITHIN and has_parties(noun)


def _is_empty_denial(event: Told) -> bool:
    """Whether a rejection is itself negated: "no descartó cooperar" rejects nothing."""
    return event.entry.event_type == "REJECT" and event.status == "denied"


def _is_asked(token: Token, asking: set[int]) -> bool:
    """Whether a word is what a verb asks for: "pidió una reunión"; not its reason ("justicia por la muerte de")."""
    word = token
    for above in ancestors(token):
        if preposition(word) in REASONS:
            return False
        if above.i in asking:
            return not brings_about(above) and word.dep_ in ("obj", "ccomp", "xcomp", "acl", "nmod")
        if word.dep_ not in ("conj", "xcomp", "ccomp", "nmod", "obj"):
            return False
        word = above
    return False
