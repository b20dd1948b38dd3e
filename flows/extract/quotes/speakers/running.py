"""Who speaks where nobody is named: "..., dijo." after a sentence about somebody, or after somebody's words."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

NAMED = 0.9
"""How sure it is whose words they are beside which a name stands."""
TOPIC_MENTIONS = 3
"""How often an article must name somebody, and twice as often as anybody else, to be about them."""

FRESH = 2
"""How many lines back somebody spoke whose words may go on after a line about a body."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something, and how sure that is."""

    entity_id: str | None
    affiliation_id: str | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Role:
    """A part that somebody had in the text so far: they spoke, or a sentence was about them."""

    speaker: Speaker
    is_plural: bool
    paragraph: int
    is_beside: bool = False
    """Whether they were only named as a source: "según el club"."""
    is_quoted: bool = True
    """Whether words in marks were theirs."""


NOBODY = Speaker(None, confidence=0.5)


class RunningSpeaker:
    """Remembers, in reading order, who spoke last and whom the last sentences were about."""

    def __init__(self, mention_counts: Mapping[str, int]) -> None:
        """Take how often the whole article names each person."""
        self._counts = mention_counts
        self._spoke: Role | None = None
        self._subject: Role | None = None
        self._before: Role | None = None
        """Who had a part before the sentence that is about the subject."""
        self._above: tuple[Role | None, Role | None] = (None, None)
        """Who had spoken, and whom the text was about, before a source was named beside what it says."""
        self._is_stranger = False
        self._named: Counter[str] = Counter()
        self._last_named: dict[str, int] = {}
        self.last_end = 0
        """Where the last words that somebody said end, with who said them."""

    @property
    def entity_id(self) -> str | None:
        """The likeliest to speak next, where a noun has to confirm it."""
        last = self._subject or self._spoke
        return last.speaker.entity_id if last and not last.is_plural else None

    @property
    def last_speaker(self) -> str | None:
        """Who spoke last."""
        return self._spoke.speaker.entity_id if self._spoke else None

    @property
    def has_begun(self) -> bool:
        """Whether anybody has had a part yet."""
        return self._spoke is not None or self._subject is not None

    @property
    def is_last_speaker(self) -> bool:
        """Whether no sentence has been about anybody else since somebody spoke."""
        spoke, subject = self._spoke, self._subject
        return spoke is not None and (subject is None or subject.speaker.entity_id == spoke.speaker.entity_id)

    @property
    def is_plural(self) -> bool:
        """Whether several speak."""
        last = self._subject or self._spoke
        return last is not None and last.is_plural

    def has_spoken(self, paragraph: int) -> bool:
        """Tell whether the likeliest to speak next spoke in the paragraph, or in the one before it."""
        return self._spoke is not None and self._subject is None and paragraph - self._spoke.paragraph <= 1

    def is_of(self, paragraph: int) -> bool:
        """Tell whether the likeliest to speak next had a part in the paragraph."""
        last = self._subject or self._spoke
        return last is not None and last.paragraph == paragraph

    def is_near(self, paragraph: int) -> bool:
        """Tell whether the likeliest to speak next had a part in the paragraph, or in the one before it."""
        last = self._subject or self._spoke
        return last is not None and paragraph - last.paragraph <= 1

    def begin(self, paragraph: int) -> None:
        """Take note of a sentence: a source above that was only named beside its words no longer speaks.

        "Ruiz explicó el plan, *según la agencia*." and in the next line "«Será duro», dijo.": Ruiz says so.
        """
        spoke = self._spoke
        if spoke is not None and self._is_aside(spoke) and self._subject is None and paragraph != spoke.paragraph:
            above = self._above[1] or self._above[0]
            if above is not None and self._is_person(above) and paragraph - above.paragraph <= FRESH:
                self._spoke, self._subject = self._above

    def _is_aside(self, role: Role) -> bool:
        return role.is_beside and not self._is_person(role)

    def name(self, entity_id: str, paragraph: int) -> None:
        """Count a mention of a person."""
        self._named[entity_id] += 1
        self._last_named.pop(entity_id, None)  # keeps them in the order in which they were named last
        self._last_named[entity_id] = paragraph

    def is_about(self, speaker: Speaker, paragraph: int, *, is_plural: bool) -> None:
        """Take note of whom a sentence is about."""
        self._before = self._subject or self._spoke
        self._subject, self._is_stranger = Role(speaker, is_plural, paragraph), False

    def is_about_a_stranger(self) -> None:
        """Take note that a sentence is about somebody who is not known: what is said next may be theirs."""
        self._is_stranger = True

    def spoke(
        self, speaker: Speaker, paragraph: int, *, is_plural: bool, is_beside: bool = False, is_quoted: bool = True
    ) -> None:
        """Take note of who spoke."""
        if self._spoke is None or not self._is_aside(self._spoke) or self._subject is not None:
            self._above = self._spoke, self._subject
        self._spoke, self._subject = Role(speaker, is_plural, paragraph, is_beside, is_quoted), None
        self._is_stranger = False

    def resolve(self, paragraph: int, *, is_alone: bool, told: Set[str] = frozenset()) -> Speaker:
        """Say who speaks unnamed; nobody known where it may be two.

        ``is_alone`` words that no verb reports: they are whoever's spoke last, not a body's that was just told of.
        ``told`` are those of whom the words tell, who is not named beside: nobody speaks of himself so.
        """
        subject, spoke = self._subject, self._spoke
        if self._is_stranger:
            return NOBODY
        if subject is None and is_alone and spoke is not None and not (spoke.is_quoted or self._is_person(spoke)):
            return NOBODY  # words in marks after what a study found may be anybody's
        if subject is None:
            return self._topic() if spoke is None else self._last(spoke, paragraph, told)
        if subject.paragraph == paragraph:
            return _less_sure(subject.speaker)
        if is_alone and not self._is_person(subject):
            is_fresh = spoke is not None and paragraph - spoke.paragraph <= FRESH
            return self._last(spoke, paragraph, told) if spoke is not None and is_fresh else NOBODY
        is_fresh = paragraph - subject.paragraph == 1
        roles = (subject,) if is_fresh else (subject, spoke)
        readings = {role.speaker.entity_id for role in roles if role and role.speaker.entity_id}
        readings |= self._more_prominent(subject) - told
        if len(readings) == 1:
            return _less_sure(subject.speaker)
        first, second = sorted(readings, key=lambda entity: (-self._named[entity], entity))[:2]
        is_topic = self._named[first] >= max(TOPIC_MENTIONS, 2 * self._named[second])
        return Speaker(first, confidence=0.6) if is_topic else NOBODY

    def before_subject(self, paragraph: int) -> Speaker:
        """Whose "a su juicio" is in a sentence about something else: the person who had a part just before it."""
        before = self._before
        is_near = before is not None and paragraph - before.paragraph <= 1
        return _less_sure(before.speaker) if before is not None and is_near and self._is_person(before) else NOBODY

    def _last(self, spoke: Role, paragraph: int, told: Set[str]) -> Speaker:
        """Who spoke last; not a body where a person was named since, nor one that only was a source above."""
        since = [named for named, at in self._last_named.items() if at > spoke.paragraph and named not in told]
        is_over = bool(since) or (spoke.is_beside and spoke.paragraph != paragraph)
        return NOBODY if is_over and not self._is_person(spoke) else _less_sure(spoke.speaker)

    def _is_person(self, role: Role) -> bool:
        return role.speaker.entity_id in self._counts

    def _topic(self) -> Speaker:
        """Who speaks unnamed before anybody did: the only person named so far, or whom the article is about."""
        if len(self._named) == 1:
            return Speaker(next(iter(self._named)), confidence=0.6)
        return Speaker(self.topic, confidence=0.6) if self.topic else NOBODY

    @cached_property
    def topic(self) -> str | None:
        """The person whom the article is about, if it is about one."""
        if not self._counts:
            return None
        first, second = (*sorted(self._counts, key=lambda person: (-self._counts[person], person)), "")[:2]
        return first if self._counts[first] >= max(TOPIC_MENTIONS, 2 * self._counts.get(second, 0)) else None

    def _more_prominent(self, subject: Role) -> set[str]:
        """Persons named in the subject's sentence, or since, whom the article names more often than the subject."""
        often = self._named[subject.speaker.entity_id or ""]
        since = takewhile(lambda named: named[1] >= subject.paragraph, reversed(self._last_named.items()))
        return {entity for entity, _ in since if self._named[entity] > often}


def _less_sure(speaker: Speaker) -> Speaker:
    return Speaker(speaker.entity_id, None, min(speaker.confidence, 0.75))
