"""What an utterance reports: stretches in marks and clauses under a cue, each with the words that name its speaker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.extract.cue_lexicon import content_nouns, cue_forms
from flows.extract.quotation_marks import trimmed
from flows.extract.reporting_cues import Cue, find_cues
from flows.extract.speaker_phrases import IsNamed, Phrase, phrase_after, phrase_before
from flows.extract.utterances import Piece, Utterance

COMPLEMENT_LIMIT = 30
QUESTION_WORDS = frozenset("qué quién quiénes cómo cuándo dónde cuánto cuánta cuántos cuántas cuál cuáles".split())
CONNECTIVES = frozenset(
    "y e pero además también asimismo igualmente luego después entonces por su parte en ese sentido al respecto así — - – • * . , ; : ( )".split()
)
PUNCTUATION = frozenset(", . ; : - – — … ... ( ) ! ? ¡ ¿ ' \" • *".split())


@dataclass(frozen=True, slots=True)
class Report:
    """A stretch of reported speech, its speaker not yet known but for the words that name it."""

    start: int
    end: int
    quote_type: str
    cue: Cue | None
    speaker: Phrase | None
    utterance: Utterance
    is_source_named: bool = True
    """False where the words are said by whoever speaks on: no cue, or a cue without subject."""


def reports(utterance: Utterance, text: str, is_named: IsNamed) -> list[Report]:
    """Find what an utterance reports, in order, none within another."""
    return _Reader(utterance, text, is_named).read()


class _Reader:
    """Reads one utterance: marked stretches first, then clauses under cues."""

    def __init__(self, utterance: Utterance, text: str, is_named: IsNamed) -> None:
        self.utterance = utterance
        self.pieces = utterance.pieces
        self.text = text
        self.is_named = is_named
        self.cues = find_cues(self.pieces)
        self.found: list[Report] = []
        self.used_cues: set[int] = set()
        self.used_marks: set[int] = set()

    def read(self) -> list[Report]:
        marks = [number for number, piece in enumerate(self.pieces) if piece.mark is not None]
        for number in marks:
            self._attributed_after(number)
        for cue in self.cues:
            if cue.first not in self.used_cues:
                self._complement(cue)
        for number in marks:
            if number not in self.used_marks:
                self._left_over(number)
        return sorted(self.found, key=lambda report: report.start)

    # -- marked words before their cue

    def _attributed_after(self, number: int) -> None:
        """Read «...», dijo X; «...», X dijo; «...», según X; and what goes on after it: «...», dijo X, «...»."""
        cue = self._cue_after(number)
        if cue is None:
            return
        speaker = self._speaker_after_mark(cue)
        self.used_cues.add(cue.first)
        begin = self._clause_before_mark(number)
        if begin is None:
            self._add_mark(number, "direct", cue, speaker)
        else:
            self._add(begin, self.pieces[number].mark.end + self._kept_mark(number), "mixed", cue, speaker)  # type: ignore[union-attr]
            self.used_marks.add(number)
        following = self._mark_going_on(cue)
        if following is not None and self._cue_after(following) is None:
            self._add_mark(following, "direct", cue, speaker)

    def _cue_after(self, number: int) -> Cue | None:
        at = number + 1
        while (
            at < len(self.pieces) and self.pieces[at].lower in PUNCTUATION and self.pieces[at].lower not in (";", "(")
        ):
            if self.pieces[at].lower == ":":
                return None
            at += 1
        for cue in self.cues:
            if cue.lead >= at:
                return cue if self._is_attribution(cue, at) else None
        return None

    def _is_attribution(self, cue: Cue, at: int) -> bool:
        if cue.kind == "phrase":
            return cue.first == at
        if cue.verb is None or cue.kind not in ("finite",) or not cue.verb.is_direct:
            return False
        between = self.pieces[at : cue.lead]
        if len(between) > 12 or any(
            p.mark is not None or p.lower in (",", ";", ":", "que") or p.pos in ("VERB", "AUX") for p in between
        ):
            return len(between) == 1 and between[0].lower in ("como", "según")
        if between and between[0].lower in ("y", "e", "pero", "de", "a", "en", "como", "por"):
            return between[0].lower in ("como",)
        closes = self.pieces[cue.last + 1].lower if cue.last + 1 < len(self.pieces) else "."
        return not between or closes in PUNCTUATION or self.pieces[at - 1].lower == "," or between[0].lower == "según"

    def _speaker_after_mark(self, cue: Cue) -> Phrase | None:
        after = phrase_after(self.pieces, cue.last + 1, self.is_named)
        if after is not None and self._is_subject(cue, after):
            return after
        first = cue.lead
        while first > 0 and self.pieces[first - 1].mark is None and self.pieces[first - 1].lower not in PUNCTUATION:
            first -= 1
        if first == cue.lead or self.pieces[first].lower in ("según", "como"):
            return None
        return phrase_after(self.pieces[: cue.lead], first, self.is_named, skip=False)

    def _is_subject(self, cue: Cue, phrase: Phrase) -> bool:
        return True

    def _clause_before_mark(self, number: int) -> int | None:
        """Where a clause of which the marked words are the end begins: "Kim «pronto visitará Rusia», dijo ..."."""
        first = number
        while first > 0 and self.pieces[first - 1].mark is None and self.pieces[first - 1].lower not in (":", ";"):
            first -= 1
        if first > 0 and self.pieces[first - 1].lower == ":":
            return None
        words = [p for p in self.pieces[first:number] if p.lower not in CONNECTIVES and p.pos not in ("PUNCT", "SPACE")]
        if len(words) < 2 and not (words and words[0].pos in ("PROPN", "NOUN")):
            return None
        if any(cue.first >= first and cue.first < number for cue in self.cues):
            return None
        return self.pieces[first].start

    def _kept_mark(self, number: int) -> int:
        mark = self.pieces[number].mark
        assert mark is not None
        return mark.outer_end - mark.end if mark.is_closed and mark.outer_end - mark.end <= 2 else 0

    def _mark_going_on(self, cue: Cue) -> int | None:
        for at in range(cue.last + 1, len(self.pieces)):
            piece = self.pieces[at]
            if piece.mark is not None:
                return at
            if piece.lower in ("que", ";") or any(c.first == at for c in self.cues) or piece.pos == "VERB":
                return None
        return None

    # -- clauses and marked words after their cue

    def _complement(self, cue: Cue) -> None:
        if cue.kind in ("phrase", "named phrase"):
            self._after_phrase(cue)
        elif cue.kind == "noun":
            self._clause(cue, cue.last + 3, None)
        elif cue.lead > 0 and self.pieces[cue.lead - 1].lower in ("según", "como"):
            self._after_source_verb(cue)
        else:
            self._after_verb(cue)

    def _after_verb(self, cue: Cue) -> None:
        begin = self._complement_start(cue)
        if begin is not None:
            at, kind = begin
            speaker = self._subject(cue, at)
            if not self._may_speak(cue, speaker, kind):
                return
            if kind == "mark":
                self._marked_complement(cue, at, speaker)
            elif kind == "colon":
                self._add_mark(at, "direct", cue, speaker)
            else:
                self._clause(cue, at, speaker)
        else:
            self._parenthetical(cue)

    def _may_speak(self, cue: Cue, speaker: Phrase | None, kind: str) -> bool:
        if cue.verb is not None and cue.verb.needs == "marks" and kind not in ("mark", "colon"):
            return self._has_marks_after(cue)
        return True

    def _has_marks_after(self, cue: Cue) -> bool:
        return any(piece.mark is not None for piece in self.pieces[cue.last + 1 :])

    def _complement_start(self, cue: Cue) -> tuple[int, str] | None:
        """Find what the cue governs: piece and kind (clause, mark or colon)."""
        limit = min(len(self.pieces), cue.last + 1 + COMPLEMENT_LIMIT)
        crossed = False
        for at in range(cue.last + 1, limit):
            piece = self.pieces[at]
            if piece.mark is not None:
                return at, "mark"
            if piece.lower == ":":
                return (at + 1, "colon") if at + 1 < limit and self.pieces[at + 1].mark is not None else None
            if piece.lower == "que":
                return (at + 1, "clause") if self._is_complement_que(cue, at, crossed) else None
            if not crossed and self._is_question(cue, at):
                return at if piece.lower != "si" else at + 1, "clause"
            if at <= cue.last + 2 and self._is_infinitive(cue, at):
                return at, "clause"
            if at == cue.last + 1 and self._is_content(cue, at):
                return at, "clause"
            if cue.takes("of_infinitive") and piece.lower == "de" and at + 1 < limit:
                if self._is_plain_infinitive(at + 1):
                    return at + 1, "clause"
            if piece.lower in (".", ";", "?", "!") or any(c.first == at and c.kind == "finite" for c in self.cues):
                return None
            if piece.pos in ("VERB", "AUX") and "VerbForm=Fin" in str(piece.token.morph if piece.token else ""):
                return None
            if piece.pos not in ("ADV", "PUNCT") and piece.lower not in ("en", "de", "a", "se", "le", "les"):
                crossed = True
        return None

    def _is_complement_que(self, cue: Cue, at: int, crossed: bool) -> bool:
        if not cue.takes("clause") and not cue.takes("of_infinitive"):
            return False
        if not crossed:
            return True
        token, before = self.pieces[at].token, self.pieces[at - 1]
        if before.lower == "," and self.pieces[cue.last + 1].lower != ",":
            inner = self.pieces[cue.last + 1 : at - 1]
            if not any(p.lower == "," for p in inner):
                return False
        return token is not None and token.pos_ == "SCONJ"

    def _is_question(self, cue: Cue, at: int) -> bool:
        lower = self.pieces[at].lower
        return cue.takes("question") and (lower == "si" or lower in QUESTION_WORDS)

    def _is_infinitive(self, cue: Cue, at: int) -> bool:
        if not cue.takes("infinitive"):
            return False
        return self._is_plain_infinitive(at) and all(p.lower == "no" for p in self.pieces[cue.last + 1 : at])

    def _is_plain_infinitive(self, at: int) -> bool:
        piece = self.pieces[at]
        return piece.pos in ("VERB", "AUX") and piece.lower.rstrip("selo").endswith(("ar", "er", "ir"))

    def _is_content(self, cue: Cue, at: int) -> bool:
        if not cue.takes("content"):
            return False
        words = [piece.lower for piece in self.pieces[at : at + 3]]
        return not content_nouns().isdisjoint(words)

    def _subject(self, cue: Cue, at: int) -> Phrase | None:
        if cue.is_passive:
            return self._agent(cue)
        before = phrase_before(self.pieces, cue, self.is_named) if cue.kind == "finite" else None
        if before is not None:
            return before
        after = phrase_after(self.pieces[:at], cue.last + 1, self.is_named)
        return after

    def _agent(self, cue: Cue) -> Phrase | None:
        for at in range(cue.last + 1, min(cue.last + 6, len(self.pieces))):
            if self.pieces[at].lower == "por":
                return phrase_after(self.pieces, at + 1, self.is_named)
        return None

    def _marked_complement(self, cue: Cue, at: int, speaker: Phrase | None) -> None:
        assert cue.verb is not None
        mark = self.pieces[at].mark
        assert mark is not None
        between = self.pieces[cue.last + 1 : at]
        is_clause = self._has_verb(mark.start, mark.end)
        ends = at + 1 >= len(self.pieces) or self.pieces[at + 1].lower in PUNCTUATION
        if speaker is not None:
            between = [p for p in between if not (speaker.start <= p.start < speaker.end)]
        if (
            is_clause
            and ends
            and cue.verb.is_direct
            and all(p.lower in CONNECTIVES or p.pos in ("ADV", "PUNCT") for p in between)
        ):
            self._add_mark(at, "direct", cue, speaker)
        else:
            self._add_mark(at, "mixed", cue, speaker)

    def _has_verb(self, start: int, end: int) -> bool:
        return len(self.text[start:end].split()) >= 4

    def _clause(self, cue: Cue, at: int, speaker: Phrase | None) -> None:
        if at >= len(self.pieces):
            return
        while at < len(self.pieces) and self.pieces[at].lower in (",", "que"):
            at += 1
        stop = self._clause_stop(at, cue)
        inside = self.pieces[at:stop]
        if not inside:
            return
        marks = [number for number in range(at, stop) if self.pieces[number].mark is not None]
        self.used_marks.update(marks)
        last = [p for p in inside if p.lower not in PUNCTUATION]
        if marks and last and last[0].mark is not None and len(last) == 1:
            self._add_mark(marks[0], "direct", cue, speaker)
            return
        start, end = trimmed_clause(self.text, inside[0].start, inside[-1].end)
        self._add(start, end, "mixed" if marks else "indirect", cue, speaker)

    def _clause_stop(self, at: int, cue: Cue) -> int:
        """Where a reported clause ends: the utterance, or a coordinate clause that reports anew, or "lo que ..."."""
        cuts = {self._separator(other, at) for other in self.cues if other.first > at}
        for number in range(at, len(self.pieces)):
            lower = self.pieces[number].lower
            if number in cuts or lower == ";":
                return number
            if lower == "," and [p.lower for p in self.pieces[number + 1 : number + 3]] in (
                ["lo", "que"],
                ["lo", "cual"],
            ):
                return number
        return len(self.pieces)

    def _separator(self, cue: Cue, at: int) -> int | None:
        """The piece before a coordinate clause with its own cue: ", y añadió", ", insinuando", ", según X"."""
        if cue.kind in ("phrase", "gerund"):
            return cue.lead - 1 if cue.lead > at and self.pieces[cue.lead - 1].lower in (",", "y", "e") else None
        first = cue.lead
        while first > at and cue.lead - first < 8:
            lower = self.pieces[first - 1].lower
            if lower in ("y", "e", "pero", "aunque", "mientras", "según", "como"):
                return first - 2 if first - 2 >= at and self.pieces[first - 2].lower == "," else first - 1
            if lower in (",", "que", ";") or self.pieces[first - 1].pos in ("VERB", "AUX"):
                return None
            first -= 1
        return None

    # -- phrases and verbs that name a mere source

    def _after_phrase(self, cue: Cue) -> None:
        if cue.last + 1 >= len(self.pieces):
            return
        speaker = phrase_after(self.pieces, cue.last + 1, self.is_named, skip=False)
        if speaker is None or (cue.kind == "named phrase" and not self._is_name_only(cue, speaker)):
            return
        self._source_clause(cue, speaker, speaker.stop)

    def _is_name_only(self, cue: Cue, speaker: Phrase) -> bool:
        return (
            cue.first == 0
            and self.is_named(speaker.start, speaker.end)
            and speaker.stop < len(self.pieces)
            and self.pieces[speaker.stop].lower == ","
        )

    def _after_source_verb(self, cue: Cue) -> None:
        speaker = phrase_after(self.pieces, cue.last + 1, self.is_named)
        self._source_clause(replace(cue, lead=cue.lead - 1), speaker, speaker.stop if speaker else cue.last + 1)

    def _source_clause(self, cue: Cue, speaker: Phrase | None, after: int) -> None:
        """Report the clause after the source, or, where the source ends the sentence, the one before it."""
        comma = next((i for i in range(after, len(self.pieces)) if self.pieces[i].lower == ","), None)
        rest = [p for p in self.pieces[after:] if p.lower not in PUNCTUATION]
        ends = not rest or (cue.lead > 0 and (comma is None or cue.lead > 0.5 * len(self.pieces)))
        if cue.lead > 0 and ends:
            start, end = trimmed_clause(self.text, self.pieces[0].start, self.pieces[cue.lead - 1].end)
            marks = [n for n in range(cue.lead) if self.pieces[n].mark is not None]
            if cue.lead >= 3 and not self.found:
                self.used_marks.update(marks)
                self._add(start, end, "mixed" if marks else "indirect", cue, speaker)
        elif rest:
            self._clause(cue, comma + 1 if comma is not None and comma - after < 25 else after, speaker)

    def _parenthetical(self, cue: Cue) -> None:
        """Read a clause without marks whose cue comes last: "El precio subirá, dijo el ministro."."""
        if cue.kind != "finite" or cue.verb is None or not cue.verb.is_direct or cue.lead < 4 or self.found:
            return
        speaker = phrase_after(self.pieces, cue.last + 1, self.is_named)
        first = cue.lead
        if self.pieces[first - 1].lower != ",":
            commas = [i for i in range(first - 1, max(0, first - 8), -1) if self.pieces[i].lower == ","]
            if speaker is not None or not commas:
                return
            if any(p.lower not in PUNCTUATION for p in self.pieces[cue.last + 1 :]):
                return
            speaker = phrase_after(self.pieces[:first], commas[0] + 1, self.is_named, skip=False)
            if speaker is None or speaker.stop != first:
                return
            first = commas[0] + 1
        elif speaker is None and any(p.lower not in PUNCTUATION for p in self.pieces[cue.last + 1 :]):
            return
        if speaker is not None and not self.is_named(speaker.start, speaker.end):
            return
        start, end = trimmed_clause(self.text, self.pieces[0].start, self.pieces[first - 1].start)
        marks = [n for n in range(first) if self.pieces[n].mark is not None]
        self.used_marks.update(marks)
        self._add(start, end, "mixed" if marks else "indirect", cue, speaker)

    # -- marked words without a cue of their own

    def _left_over(self, number: int) -> None:
        """Read marked words that no cue governs: a quote that is a sentence of its own, or follows a colon."""
        mark = self.pieces[number].mark
        assert mark is not None
        others = [
            p for p in self.pieces if p.mark is None and p.lower not in CONNECTIVES and p.pos not in ("PUNCT", "SPACE")
        ]
        before = self.pieces[number - 1].lower if number else ""
        if any(report.start <= mark.start < report.end for report in self.found):
            return
        if len(self.text[mark.start : mark.end].split()) < 4:
            return
        if before == ":":
            cue = next((c for c in reversed(self.cues) if c.first < number), None)
            lead = Cue(number - 1, number - 1, number - 1, 0, 0, "", None, "none")
            self._add_mark(number, "direct", cue, phrase_before(self.pieces, cue or lead, self.is_named))
        elif not others:
            self._add_mark(number, "direct", None, None)

    def _add_mark(self, number: int, quote_type: str, cue: Cue | None, speaker: Phrase | None) -> None:
        mark = self.pieces[number].mark
        assert mark is not None
        self.used_marks.add(number)
        self._add(mark.start, mark.end, quote_type, cue, speaker)

    def _add(self, start: int, end: int, quote_type: str, cue: Cue | None, speaker: Phrase | None) -> None:
        if start >= end or any(start < other.end and other.start < end for other in self.found):
            return
        if cue is not None:
            self.used_cues.add(cue.first)
        self.found.append(Report(start, end, quote_type, cue, speaker, self.utterance))


def trimmed_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a clause to its words; marks at either end stay, for they belong to it."""
    while start < end and (text[start].isspace() or text[start] in ",;:.—–-•"):
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in ",;:—–-" or (text[end - 1] == "." and text[end - 3 : end] != "...")
    ):
        end -= 1
    return start, end


def begins_with_cue(text: str, start: int) -> bool:
    """Tell whether marked words begin with a reporting verb: "«reafirmó el apoyo» de su país"."""
    word = text[start : start + 30].split(" ")[0].lower()
    return any(form.kind == "finite" for form in cue_forms().get(word, ()))
