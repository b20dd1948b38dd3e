"""What speaks for and against a candidate event: its word, its clause, its parties, and where the article has it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from flows.extract.events.lexicon import word_class
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import (
    arguments,
    auxiliaries,
    clause_verb,
    is_finite,
    is_passive,
    lemma_of,
    preposition,
    reflexive,
    words_of,
)
from flows.extract.events.told import Told
from flows.records import Findings

MORPHOLOGY = ("VerbForm", "Mood", "Tense", "Person", "Number")

RANKS = (0.05, 0.15, 0.4, 0.7)
LENGTHS = (8, 20, 40, 70)
NAMES = (0, 1, 3, 6)
"""Upper ends of the classes of a word's place in its article, and of the words and names of its sentence."""


class ArticleFeatures:
    """What is measured once for all candidates of an article: its subject, how dense its events are, its layout."""

    def __init__(self, doc: Doc, findings: Findings, told: Iterable[Told]) -> None:
        public = word_class("public_life")
        words = [lemma for lemma, _ in words_of(doc) if lemma in public]
        self.types = Counter(event.entry.event_type for event in told)
        self.lemmas = Counter(_word(event) for event in told)
        length = max(len(doc), 1)
        self.measures = {
            "public": min(100 * len(words) / length, 8) / 4,
            "notions": min(len(set(words)), 40) / 20,
            "density": min(100 * self.types.total() / length, 6) / 3,
        }
        self._paragraphs = sorted(findings.layout, key=lambda paragraph: paragraph.char_start)
        self._starts = [paragraph.char_start for paragraph in self._paragraphs]

    def kind_at(self, offset: int) -> str | None:
        """Kind of the paragraph that an offset lies in."""
        number = bisect_right(self._starts, offset) - 1
        is_inside = number >= 0 and offset < self._paragraphs[number].char_end
        return self._paragraphs[number].kind if is_inside else None


def event_features(event: Told, referents: Referents, article: ArticleFeatures) -> dict[str, float]:
    """Measure a candidate.

    Returns:
        features by name: ``name=value`` with 1.0 where something is so, and measures of about 0 to 2.
    """
    part = event.entry.part_of_speech
    found: dict[str, float] = {
        f"{name}={value}": 1.0
        for name, value in (
            *_of_word(event),
            *((f"{part}.{name}", value) for name, value in _of_setting(event.token)),
            *((f"{part}.{name}", value) for name, value in _of_clause(event.token)),
            *_of_parties(event, referents),
            *_of_place(event.token, article, referents),
        )
    }
    found |= article.measures
    found["same_type"] = min(article.types[event.entry.event_type], 8) / 4
    found["same_lemma"] = min(article.lemmas[_word(event)], 5) / 3
    return found


Named = Iterator[tuple[str, object]]
"""What is so of a candidate, by name."""


def _word(event: Told) -> str:
    return f"{event.entry.part_of_speech}:{lemma_of(event.token)}"


def _of_word(event: Told) -> Named:
    entry = event.entry
    yield "lemma", _word(event)
    yield "type", entry.event_type
    yield "type_as", f"{entry.event_type}.{entry.part_of_speech}"
    yield "mode", f"{entry.event_type}.{entry.mode}"
    yield "family", entry.family
    yield "needs", entry.need
    yield "conditions", min(sum(not name.startswith("not_") for name, _ in entry.conditions), 3)
    yield "status", event.status
    yield "status_of", f"{entry.event_type}.{event.status}"
    yield "time", event.time is not None or event.is_news
    yield "place", event.place_id is not None


def _of_setting(token: Token) -> Named:
    yield "pos", token.pos_
    yield "dep", token.dep_
    yield "head_pos", token.head.pos_
    yield "head", lemma_of(token.head)
    case = preposition(token)
    yield "case", case
    yield "head_case", f"{lemma_of(token.head)}.{case}"
    yield "determiner", next((child.lower_ for child in token.lefts if child.dep_ in ("det", "nummod")), None)
    slots = list(arguments(token))
    yield "arguments", min(len({slot for slot, _ in slots}), 3)
    for slot, phrase in slots:
        yield "slot", slot
        yield "filler", f"{slot}.{phrase.pos_}"


def _of_clause(token: Token) -> Named:
    verb = clause_verb(token)
    if verb is None:
        yield "clause", None
        return
    words = [*auxiliaries(verb), verb]
    for feature in MORPHOLOGY:
        yield feature, "+".join(sorted({value for word in words for value in word.morph.get(feature, [])}))
    yield "clause", verb.dep_
    yield "finite", is_finite(verb)
    yield "passive", is_passive(verb)
    yield "reflexive", reflexive(verb) is not None
    if verb.i != token.i:
        yield "verb", lemma_of(verb)
    for auxiliary in auxiliaries(verb):
        yield "auxiliary", lemma_of(auxiliary)
    for child in verb.children:
        if child.dep_ in ("advmod", "mark"):
            yield "adverb", child.lower_


def _of_parties(event: Told, referents: Referents) -> Named:
    event_type, parties = event.entry.event_type, event.participants
    yield "parties", f"{event_type}.{bool(parties.actors)}.{bool(parties.recipients)}"
    yield "direct", min(sum(each.is_direct for each in (*parties.actors, *parties.recipients)), 3)
    for role, group in (("actor", parties.actors), ("recipient", parties.recipients)):
        yield f"{role}s", min(len(group), 3)
        yield f"{role}s_as", f"{event.entry.part_of_speech}.{bool(group)}"
        yield f"{role}s_of", f"{event_type}.{bool(group)}"
        for each in group:
            yield from _of_party(f"{event_type}.{role}", role, each, referents)


def _of_party(name: str, role: str, party: Referent, referents: Referents) -> Named:
    entity = referents.names.entity(party.entity_id)
    yield role, entity.entity_type
    yield f"{role}_country", entity.country_code is not None
    yield name, entity.entity_type
    yield f"{role}_is_direct", party.is_direct
    yield f"{role}_is_named", party.text == entity.name


def _of_place(token: Token, article: ArticleFeatures, referents: Referents) -> Named:
    sentence = token.sent
    quote = referents.speech.quote_around(token)
    yield "quote", quote.quote_type if quote else None
    yield "kind", article.kind_at(token.idx)
    yield "rank", class_of(token.i / len(token.doc), RANKS)
    yield "length", class_of(len(sentence), LENGTHS)
    yield "names", class_of(sum(word.pos_ == "PROPN" for word in sentence), NAMES)
    yield "question", any(word.text in "¿?" for word in sentence)


def class_of(value: float, ends: Iterable[float]) -> int:
    """The number of the class of a measure, by the upper ends of the classes."""
    return sum(value > end for end in ends)
