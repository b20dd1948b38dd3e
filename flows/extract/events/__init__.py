"""What happened, who did it to whom, when, where, and who says so."""

import dataclasses
from collections.abc import Callable

from spacy.tokens import Doc

from flows.extract.events.candidates import find_candidates
from flows.extract.events.classifier import EVENT, likelihood
from flows.extract.events.classifier.measures import Measures
from flows.extract.events.participants.of_events import parties_of
from flows.extract.events.participants.scenes import is_destination
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import ancestors
from flows.extract.events.told import NEEDS_NOBODY, Told, has_parties
from flows.extract.events.triggers.finding import known_lemma
from flows.extract.sentence_index import sentence_indexer
from flows.ids import make_id
from flows.records import EventMention, EventParticipant, Findings

LEAST_LIKELY = 0.6
"""How likely a candidate must be an event of its type for it to be a row.

In annotated articles as much is found and right, taken together, from 0.5 as from 0.6, where fewer rows are wrong.
"""

LEAST_LIKELY_PARTY = 0.35
"""How likely somebody must be a party for the row to say so: below it the classifier is mostly right to doubt.

Of 130 such parties that readers judged afterwards, 32 were right; of 813 from 0.5, 0.72.
"""


def extract_events(doc: Doc, findings: Findings) -> Findings:
    """Find the article's events, each with its participants, status, date, place and source.

    Args:
        doc: parsed text.
        findings: with the article's names, times and quotes.
    """
    candidates, referents = find_candidates(doc, findings)
    measures = Measures(doc, candidates, referents)
    measured = {event.token.i: measures.of_event(event) for event in candidates}
    likely = {place: likelihood(EVENT, features) for place, features in measured.items()}
    denials = {event.token.i for event in candidates if event.entry.event_type == "REJECT"}
    index = sentence_indexer(doc)
    mentions: list[EventMention] = []
    participants: list[EventParticipant] = []
    for event in filter(has_parties, candidates):
        place = event.token.i
        confidence = max(likely[place], _likelihood_of_denial(event, likely, denials))
        if confidence < LEAST_LIKELY:
            continue
        gain = confidence / likely[place]  # above 1 of a denied event: its parties are surer as it is
        parties = []
        for role, party in parties_of(event.participants):
            likely_party = likelihood(role, measured[place] | measures.of_party(event, role, party))
            is_where = role == "recipient" and is_destination(party, event.entry, referents.names)
            if likely_party * gain >= LEAST_LIKELY_PARTY and not is_where:
                parties.append((role, party, min(likely_party * gain, confidence)))
        if not parties and event.entry.event_type not in NEEDS_NOBODY:
            continue
        mention = _mention(event, round(confidence, 2), referents, index)
        mentions.append(mention)
        participants += [_participant(mention, role, party, round(sure, 2)) for role, party, sure in parties]
    return dataclasses.replace(
        referents.names.findings, event_mentions=tuple(mentions), event_participants=tuple(participants)
    )


def _likelihood_of_denial(event: Told, likely: dict[int, float], denials: set[int]) -> float:
    """How likely somebody denies an event: "niega la entrega" tells of the delivery as surely as of the denial."""
    if event.status != "denied":
        return 0.0
    above = next((word.i for word in ancestors(event.token) if word.i in likely), None)
    return likely[above] if above is not None and above in denials else 0.0


def _mention(event: Told, confidence: float, referents: Referents, index: Callable[[int], int]) -> EventMention:
    token = event.token
    article_id = referents.names.findings.article.article_id
    start, end = token.idx, token.idx + len(token.text)
    quote = referents.speech.quote_around(token)
    return EventMention(
        event_mention_id=make_id("x", article_id, start, event.entry.event_type),
        article_id=article_id,
        char_start=start,
        char_end=end,
        text=token.text,
        sentence_index=index(start),
        event_type=event.entry.event_type,
        event_mode=event.entry.mode,
        status=event.status or "occurred",
        source_entity_id=quote.speaker_entity_id if quote else None,
        quote_id=quote.quote_id if quote else None,
        date_value=event.time.value if event.time else None,
        starts_on=event.time.starts_on if event.time else None,
        ends_on=event.time.ends_on if event.time else None,
        place_entity_id=event.place_id,
        confidence=confidence,
        lemma=known_lemma(event.entry.part_of_speech, token),
        family=event.entry.family,
    )


def _participant(mention: EventMention, role: str, party: Referent, confidence: float) -> EventParticipant:
    return EventParticipant(
        event_mention_id=mention.event_mention_id,
        role=role,
        entity_id=party.entity_id,
        text=party.text,
        confidence=confidence,
    )
