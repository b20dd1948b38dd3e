"""The body that a later phrase takes up: "*el ministerio*", "*la entidad*", "*la empresa estadounidense*"."""

from collections import Counter, defaultdict

from flows.extract.quotes.lexicon.speaker_nouns import (
    SpeakerNoun,
    bodies_by_name,
    body_kinds,
    generic_bodies,
    interchangeable_bodies,
    speaker_noun,
)
from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.running import RunningSpeaker
from flows.records import EntityMention, Findings
from flows.text import fold

FIRMS = frozenset(["empresa", "compania", "firma", "grupo", "corporacion", "multinacional"])
"""What bodies of every kind are called besides, folded."""
SHORT_PHRASE = 2
"""Words of a phrase that may take up a body whatever the article calls it."""
LONG_PHRASE = 4
"""Words of a phrase that may take up a body that the article so calls."""
TITLE_WORDS, TITLE_REACH = 3, 40


class BodiesTakenUp:
    """Finds the bodies of one article that its phrases take up."""

    def __init__(self, findings: Findings, names: NamesInArticle, running: RunningSpeaker) -> None:
        self._names = names
        self._running = running
        self._kinds: dict[str, set[str]] = defaultdict(set)
        """What the article calls each body, folded."""
        self._counts: Counter[str] = Counter()
        for mention in findings.mentions:
            if mention.mention_type == "ORG":
                self._counts[mention.entity_id] += 1
                self._kinds[mention.entity_id] |= self._presented_as(mention)
        self._most = max(self._counts.values(), default=0)

    def find(self, noun: SpeakerNoun, start: int, end: int, subject: str | None) -> str | None:
        """Find the body that a phrase stands for: one so called, who spoke last, or the only one.

        ``subject`` is whom the sentence itself is about, who is not so taken up in it: "El Lugo gana, dice el club.".
        """
        length = len(self._names.text[start:end].split())
        if length > LONG_PHRASE or self._names.within(start, end):
            return None
        named = self._names.bodies_before(start)
        likeliest = self._running.entity_id
        if likeliest == subject and self._running.last_speaker in named:
            likeliest = self._running.last_speaker
        for words in ({fold(noun.lemma)}, interchangeable_bodies(noun.lemma)):
            so_called = [body for body in named if not words.isdisjoint(self._kinds[body])]
            if likeliest in so_called or len(so_called) == 1:
                return likeliest if likeliest in so_called else so_called[0]
            if so_called:
                return None
        if length > SHORT_PHRASE or noun.lemma not in generic_bodies():
            return None
        if likeliest in named and not self._is_of_another_kind(likeliest, noun):
            is_minor = 2 * self._counts[likeliest] < self._most
            return None if is_minor else likeliest
        return named[0] if len(named) == 1 and not self._is_of_another_kind(named[0], noun) else None

    def _is_of_another_kind(self, body: str, noun: SpeakerNoun) -> bool:
        """Tell "la revista" from the "Organización de Estados": a word for one kind of bodies is none for another."""
        if noun.lemma not in body_kinds():
            return False
        return not self._kinds[body].isdisjoint(bodies_by_name() - interchangeable_bodies(noun.lemma) - FIRMS)

    def _presented_as(self, mention: EntityMention) -> set[str]:
        """What a body is called by its own first word, or before its name: "la *empresa* de software Nubia"."""
        before = self._names.text[max(0, mention.char_start - TITLE_REACH) : mention.char_start].lower().split()
        title = next((noun for word in before[: -TITLE_WORDS - 1 : -1] if (noun := speaker_noun(word))), None)
        kinds = {fold(title.lemma)} if title is not None and title.kind == "organization" else set()
        return kinds | set(fold(self._names.name_of(mention.entity_id)).split()[:1])
