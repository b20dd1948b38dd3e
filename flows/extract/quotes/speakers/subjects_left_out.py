"""Who says what a verb without a subject reports: "«...», *dijo*."."""

from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Doc

from flows.extract.quotes.cues.reporting import ASIDES, Cue
from flows.extract.quotes.phrases.times import TIME_NOUNS
from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.running import NOBODY, RunningSpeaker, Speaker
from flows.extract.quotes.speakers.sentence_subjects import SUBJECT_REACH
from flows.extract.quotes.subjects.antecedents import RELATIVES
from flows.extract.quotes.subjects.asked import is_asked
from flows.extract.quotes.utterances.cutting import Utterance

JOINTS = frozenset(["PUNCT", "CCONJ", "SCONJ", "ADV", "SPACE"])


@dataclass(slots=True)
class Sentence:
    """The sentence that is being read."""

    utterance: Utterance
    about: str | None = None
    """The entity that it is about."""
    has_report: bool = False
    """Whether something said in it has been read."""


class SubjectsLeftOut:
    """Finds the speakers of one article who are not named beside their verb."""

    def __init__(self, doc: Doc, names: NamesInArticle, running: RunningSpeaker) -> None:
        self._doc = doc
        self._names = names
        self._running = running

    def speaker(self, cue: Cue | None, sentence: Sentence | None, told: Set[str] = frozenset()) -> Speaker:
        """Say who speaks: the running speaker, where the verb may be theirs; nobody of those ``told`` of."""
        paragraph = sentence.utterance.paragraph if sentence else 0
        speaker = self._running.resolve(paragraph, is_alone=cue is None, told=told)
        if cue is not None and cue.kind == "whole phrase":  # "A su juicio, el Gobierno no escuchó"
            is_own = self._names.type_of(speaker.entity_id) == "PER" and not (sentence and sentence.about)
            return speaker if is_own else self._running.before_subject(paragraph)
        return speaker if cue is None or self._may_be_left_out(cue, speaker, sentence) else NOBODY

    def parsed_subject(self, cue: Cue, sentence: Sentence | None) -> tuple[int, int] | None:
        """Where a cue's subject stands that no rule for phrases found, as the parse has it; of "que" its antecedent."""
        if sentence is None or cue.is_impersonal or cue.is_passive:
            return None
        pieces = sentence.utterance.pieces
        around = [piece.lower for piece in (*pieces[cue.lead - 1 : cue.lead], *pieces[cue.last + 1 : cue.last + 2])]
        if len(around) == 2 and ASIDES.issuperset(around):  # "El plan, consideró, exige más": who speaks is left out
            return None
        verb = pieces[cue.first].token
        subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None) if verb else None
        if verb is None or subject is None:
            return None
        is_relative = subject.lower_ in RELATIVES
        named = verb.head if is_relative else subject
        if named.pos_ not in ("NOUN", "PROPN") or named.lower_ in TIME_NOUNS or is_asked(named.lower_):
            return None
        last = self._doc[min(subject.right_edge.i, subject.i + SUBJECT_REACH)]
        start, end = named.left_edge.idx, subject.idx if is_relative else min(last.idx + len(last.text), verb.idx)
        return (start, end) if self._names.text[start:end].strip() else None

    def _may_be_left_out(self, cue: Cue, speaker: Speaker, sentence: Sentence | None) -> bool:
        """Tell whether a cue without a subject may be the running speaker's."""
        paragraph = sentence.utterance.paragraph if sentence else 0
        is_body = self._names.type_of(speaker.entity_id) == "ORG"
        if cue.is_impersonal:  # not "se lee en un documento", but "«...», dijo el club. «...», se agregó."
            is_saying = cue.verb is not None and cue.verb.is_direct
            return is_body and is_saying and self._running.has_spoken(paragraph)
        if cue.is_passive:  # "ha sido calificado de": who does so is not told
            return False
        if cue.kind in ("gerund", "infinitive") and not (sentence and sentence.has_report):
            return cue.kind == "infinitive" and not self._is_of_another(cue, sentence)
        is_other = cue.is_plural is not None and cue.is_plural != self._running.is_plural
        if not is_other or not is_body:
            return not is_other
        return self._running.is_of(paragraph) or (_opens(cue, sentence) and self._running.is_near(paragraph))

    def _is_of_another(self, cue: Cue, sentence: Sentence | None) -> bool:
        """Tell an infinitive after a person who is not known as its subject: "No los nombró ayer Ruiz al señalar"."""
        if sentence is None or sentence.about is not None:
            return False
        begin = sentence.utterance.start
        before = self._names.within(begin, cue.start) if begin < cue.start else ()
        return any(mention.mention_type == "PER" for mention in before)


def _opens(cue: Cue, sentence: Sentence | None) -> bool:
    """Tell a verb before which nobody can be named: "*Indicaron* que", "«...», *indicaron*"."""
    before = sentence.utterance.pieces[: cue.lead] if sentence else ()
    return all(piece.mark is not None or piece.pos in JOINTS for piece in before)
