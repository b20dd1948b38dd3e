"""The words that name a speaker: the subject of a cue, before or after it, and the source after "según"."""

from dataclasses import replace

from spacy.tokens import Token

from flows.extract.quotes.asides import aside_start
from flows.extract.quotes.asked import is_asked
from flows.extract.quotes.noun_phrases import (
    BRACKET_LIMIT,
    INNER_PREPOSITIONS,
    NEUTER,
    NOMINAL,
    NOT_NOMINAL,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    RELATIVES,
    NounPhrases,
    Phrase,
)
from flows.extract.quotes.pieces import PARTICIPLES
from flows.extract.quotes.reporting_cues import Cue, any_verb
from flows.extract.quotes.speaker_nouns import is_movement, speaking_bodies

PHRASE_BREAKS = frozenset(
    [";", ":", ".", "que", "pero", "mientras", "aunque", "donde", "cuando", "(", "—", "–", "sino"]
)
COMMENT_OPENERS = frozenset(["como", "según"])
"""What a comment in commas may begin with: "las autoridades, como es sabido, garantizan"."""
BESIDE_SUBJECT = frozenset({"PUNCT", "CCONJ", "ADV", "SCONJ", "ADP", "SPACE"})
LEFT_LIMIT, RIGHT_LIMIT = 60, 40
COORDINATE_REACH, MEMBERS_REACH = 25, 8


class SpeakerPhrases(NounPhrases):
    """Finds the subjects of verbs of saying."""

    def after(self, at: int, *, skip: bool = True) -> Phrase | None:
        """Find the noun phrase that follows, past adverbs, times and prepositional phrases if ``skip``."""
        limit = min(len(self.pieces), at + RIGHT_LIMIT)
        while at < limit:
            if self.begins_nominal(at):
                stop = self.nominal_end(at, is_subject=True)
                if not (skip and self.is_time(at, stop)):
                    return self.phrase(at, stop)
                at = max(stop, at + 1)
            elif skip and self.is_preposition(at):
                at = max(self.complement_end(at + 1), at + 1)
            elif skip and (self.pieces[at].pos == "ADV" or self._is_crossed(at)):
                at += 1
            else:
                return None
        return None

    def _is_crossed(self, at: int) -> bool:
        piece = self.pieces[at]
        return piece.lower in (",", "(", ")", "hace") or (piece.lower in QUOTES and piece.mark is None)

    def before(self, cue: Cue) -> Phrase | None:
        """Find the subject before a verb: what its clause begins with, appositions included."""
        stop = cue.lead
        while stop > 0 and self.pieces[stop - 1].pos == "ADV" and self.pieces[stop - 1].lower not in PRONOUNS:
            stop -= 1
        stop = aside_start(self.pieces, stop) or stop
        if stop == 0:
            return None
        if [piece.lower for piece in self.pieces[max(0, stop - 3) : stop]] == ["por", "lo", "que"]:
            return None
        if self.pieces[stop - 1].lower in RELATIVES:
            found = self._antecedent(stop - 1, is_plural=cue.is_plural is True)
            is_called = cue.verb is not None and "as" in cue.verb.takes  # "una ley que calificó de injusta"
            return None if is_called and found and not self.is_source(found.first, found.stop) else found
        first = self._clause_start(stop, is_plural=cue.is_plural is not False)
        at = self._parsed_subject(cue, first, stop)
        if at is None or (cue.is_plural and self.name_type(self.pieces[first].start, self.pieces[first].end) == "PER"):
            at = self._first_nominal(first, stop)
        return None if at is None else self._own_subject(at, self._subject_end(at, stop), stop)

    def _own_subject(self, first: int, end: int, stop: int) -> Phrase | None:
        """The subject of a verb where a name before it ends an adjunct, as no comma after its apposition tells.

        "Tras ver a su colega, Igor Sokolov, *el canciller* dijo".
        """
        commas = [at for at in range(first, end) if self.pieces[at].lower == ","]
        is_after_adjunct = first > 0 and self.pieces[first - 1].lower == "," and self._name_type(first) == "PER"
        if is_after_adjunct and commas and end == stop and self.pieces[commas[-1] + 1].pos == "DET":
            first = commas[-1] + 1
        return self.phrase(self._apposed_name(first, end, stop), end)

    def _apposed_name(self, first: int, end: int, stop: int) -> int:
        """Where the name begins that a subject is apposed to: "Ayer, *Ana Ruiz*, la jefa del equipo, dijo"."""
        is_apposed = (
            end < stop and first > 1 and self.pieces[first - 1].lower == "," and self.pieces[first].pos == "DET"
        )
        name = first - 1
        while is_apposed and name > 0 and self._is_person(name - 1):
            name -= 1
        is_set_off = name == 0 or self.pieces[name - 1].lower == ","
        return name if name < first - 1 and is_set_off else first

    def adjacent(self, cue: Cue) -> Phrase | None:
        """Find the source between the last comma and a verb, whatever stands before it."""
        commas = range(cue.lead - 1, max(0, cue.lead - LEFT_LIMIT), -1)
        at = next((comma + 1 for comma in commas if self.pieces[comma].lower == ","), cue.lead)
        if at >= cue.lead or not self.begins_nominal(at) or self.nominal_end(at) < cue.lead:
            return None
        return self.phrase(at, cue.lead) if self.is_source(at, cue.lead) else None

    def coordinate(self, cue: Cue) -> Phrase | None:
        """Find who does what a verb is joined to by "y": "Ana Ruiz, que presidía el acto, saludó y dijo que"."""
        if cue.kind != "finite" or cue.lead == 0 or self.pieces[cue.lead - 1].lower not in ("y", "e"):
            return None
        at, limit = cue.lead - 2, max(-1, cue.lead - COORDINATE_REACH)
        while at > limit:
            piece = self.pieces[at]
            if piece.mark is not None or piece.lower in (";", ":", "que", "quien", "quienes"):
                return None
            if not piece.is_finite:
                at -= 1
                continue
            verb = replace(any_verb(self.pieces, at), lead=at)
            found = self.before(verb) if verb.is_plural == bool(cue.is_plural) else None
            if found is None or not self.is_source(found.first, found.stop):
                return None
            if found.first == 0 or self.pieces[found.first - 1].lower != "que":
                return found
            at = found.first - 2  # "Ruiz dijo que el club pagó y añadió": who says so goes on
        return None

    def inherited(self, cue: Cue) -> Phrase | None:
        """Find the subject of the verb that a gerund or a coordinate verb hangs on: "Ana saludó ..., elogiando"."""
        token = self.pieces[cue.first].token
        if token is None:
            return None
        found: list[Phrase] = []
        for head in [token.head, token.head.head, token.head.head.head]:
            for at in range(self._break_before(cue), min(cue.lead, LEFT_LIMIT * 2)):
                if head.i != token.i and self._is_subject_of(at, head) and self._agrees(at, cue):
                    first = self._left_edge(at, 0)
                    phrase = self.phrase(first, self.nominal_end(first, is_subject=True))
                    if phrase is not None and self.is_source(phrase.first, phrase.stop):
                        return phrase
                    found += [phrase] if phrase is not None else []
        return found[0] if found else None

    def members(self, cue: Cue) -> Phrase | None:
        """Find the body whose people speak unnamed: "dijeron *en el Ministerio*", "desde *la oposición* señalan"."""
        if not cue.is_plural:
            return None
        at = cue.last + 1
        while at < len(self.pieces) and self.pieces[at].pos == "ADV":
            at += 1
        found = self._body_after(at)
        if found is not None:
            return found
        before = (self._body_after(at) for at in range(cue.lead - 1, max(-1, cue.lead - MEMBERS_REACH), -1))
        return next((body for body in before if body is not None and body.stop == cue.lead), None)

    def _body_after(self, at: int) -> Phrase | None:
        """The body whose place a phrase is: "en el Ministerio", "desde la oposición"."""
        if at + 1 >= len(self.pieces) or self.pieces[at].lower not in ("en", "desde"):
            return None
        stop = self.nominal_end(at + 1)
        head = at + 2 if self.pieces[at + 1].pos == "DET" else at + 1
        if head >= stop:
            return None
        is_body = self.pieces[head].lower in speaking_bodies() or self._name_type(head) == "ORG"
        return self.phrase(at + 1, stop) if is_body or is_movement(self.pieces[head].lower) else None

    def _break_before(self, cue: Cue) -> int:
        return next((at + 1 for at in range(cue.lead - 1, -1, -1) if self.pieces[at].lower == ";"), 0)

    def _agrees(self, at: int, cue: Cue) -> bool:
        """Tell whether a subject may be a plural verb's: "el club cerró; sin embargo, aseguraron que" has another."""
        token = self.pieces[at].token
        if token is None or not cue.is_plural:
            return True
        is_one = self._name_type(at) == "PER" or (token.pos_ == "NOUN" and "Number=Sing" in str(token.morph))
        return not is_one or any(child.dep_ == "conj" for child in token.children)

    def _antecedent(self, relative: int, *, is_plural: bool) -> Phrase | None:
        before = [piece.lower for piece in self.pieces[max(0, relative - 2) : relative]]
        if any(word in PREPOSITIONS or word in INNER_PREPOSITIONS for word in before):
            return None  # "la carta en la que piden": who asks is not told
        if relative and self.pieces[relative - 1].lower in NEUTER:
            return self.phrase(relative - 1, relative)
        is_person = self.pieces[relative].lower in ("quien", "quienes")
        found = self._phrase_ending(relative - 1 if relative and self.pieces[relative - 1].lower == "," else relative)
        while is_person and found is not None and not self.is_source(found.first, found.stop):
            if found.first == 0 or self.pieces[found.first - 1].lower not in (",", "de"):
                return None
            found = self._phrase_ending(found.first - 1)  # "Ana Ruiz, de 40 años, quien"
        if is_person and found is None:
            return self.phrase(relative, relative + 1)  # "hay quienes dicen que"
        return self._list_of(found) if found is not None and is_plural else found

    def _list_of(self, last: Phrase) -> Phrase | None:
        """The names of which a phrase is the last: "*el Lugo y el Elche*, que anuncian que"."""
        first = last.first
        while first > 1 and self.pieces[first - 1].lower in ("y", "e", ","):
            other = self._phrase_ending(first - 1)
            if other is None or {self._name_type(other.stop - 1), self._name_type(last.first)} == {None}:
                break
            first = other.first
        return self.phrase(first, last.stop)

    def _phrase_ending(self, stop: int) -> Phrase | None:
        """The noun phrase that ends before a piece, or before the bracket there: "Ana Ruiz (40)"."""
        if stop and self.pieces[stop - 1].lower == ")":
            stop = self._opening_bracket(stop - 1)
        if stop and self.pieces[stop - 1].lower == ",":
            stop -= 1
        first = stop
        while first > 0 and (self.begins_nominal(first - 1) or self.pieces[first - 1].lower in INNER_PREPOSITIONS):
            first -= 1
        while first < stop and self.pieces[first].lower in INNER_PREPOSITIONS:
            first += 1
        return self.phrase(first, stop)

    def _clause_start(self, stop: int, *, is_plural: bool) -> int:
        """Go back to where the verb's clause begins; a relative clause in commas lies within it."""
        first, comma = stop, None
        while first > max(0, stop - LEFT_LIMIT):
            before = self.pieces[first - 1]
            if before.mark is not None or (before.lower in PHRASE_BREAKS and before.lower not in RELATIVES):
                break
            if before.lower == ")":
                first = self._opening_bracket(first - 1)
                continue
            if before.lower in ("y", "e") and not self._joins_speakers(first - 1, is_plural=is_plural):
                break
            if before.lower in RELATIVES:
                return first
            if before.is_finite:
                relative = self._relative_before(first - 1)
                if relative is None:
                    return comma + 1 if comma is not None else first
                first = relative
                continue
            if before.lower == ",":
                comma = first - 1
            first -= 1
        return first

    def _joins_speakers(self, at: int, *, is_plural: bool) -> bool:
        """Tell "y" between nominals, or after an apposition: "Ana Ruiz, la rectora, y Luis Paz, decano, indicaron"."""
        if self.joins_nominals(at, is_plural=is_plural):
            return True
        if not is_plural or at == 0 or at + 1 >= len(self.pieces):
            return False
        is_set_off = self.pieces[at - 1].lower == "," and self._name_type(at + 1) == "PER"
        return is_set_off or (self.pieces[at + 1].lower in ("a", "de", "del") and self._name_type(at - 1) is not None)

    def _opening_bracket(self, closing: int) -> int:
        inside = range(closing - 1, max(-1, closing - BRACKET_LIMIT), -1)
        return next((at for at in inside if self.pieces[at].lower == "("), closing)

    def _relative_before(self, verb: int) -> int | None:
        """The piece where the relative clause of a verb begins, its comma included."""
        for at in range(verb - 1, max(-1, verb - 6), -1):
            if self.pieces[at].lower in RELATIVES and self.pieces[at].token is not None:
                return at - 1 if at and self.pieces[at - 1].lower == "," else at
            if self.pieces[at].lower == ",":
                is_comment = self.pieces[at + 1].lower in COMMENT_OPENERS
                return at if is_comment else None
        return None

    def _parsed_subject(self, cue: Cue, first: int, stop: int) -> int | None:
        token = self.pieces[cue.first].token
        if token is None:
            return None
        backwards = range(stop - 1, first - 1, -1)
        for at in reversed(backwards) if cue.is_plural else backwards:  # of several at once the first is the speaker
            if self._is_subject_of(at, token):
                edge = self._left_edge(at, first)
                is_adjunct = self._opens_adjunct(edge) or (edge > first and self._governs(edge - 1))
                if not is_adjunct and not self.is_time(edge, self.nominal_end(edge)):
                    return edge
        return None

    def _governs(self, at: int) -> bool:
        """Tell a preposition before what is no subject ("*En* la fiesta dijo"), or in a name ("*Del* Mazo")."""
        is_inner = self.is_preposition(at) or self._name_type(at) is not None
        return self.pieces[at].pos == "ADP" and is_inner

    def _is_subject_of(self, at: int, verb: Token) -> bool:
        token = self.pieces[at].token
        if token is None or token.dep_ != "nsubj" or token.head.i != verb.i:
            return False
        return token.pos_ in NOMINAL and token.lower_ not in NOT_NOMINAL

    def _left_edge(self, at: int, first: int) -> int:
        token = self.pieces[at].token
        assert token is not None
        edge = token.left_edge.idx
        while first < at:
            if self._opens_adjunct(first) and "," in (piece.lower for piece in self.pieces[first:at]):
                first = self._after_comma(first, at)
            elif self.is_preposition(first) and self.complement_end(first + 1) <= at:
                first = max(self.complement_end(first + 1), first + 1)  # "A la salida, familiares dijeron"
            elif self.pieces[first].start < edge or self.pieces[first].pos in BESIDE_SUBJECT:
                first += 1
            else:
                break
        return first

    def _first_nominal(self, first: int, stop: int) -> int | None:
        at = first
        while at < stop:
            if self._opens_adjunct(at):
                at = self._after_comma(at, stop)
            elif self.begins_nominal(at):
                end = self.nominal_end(at)
                if not self.is_time(at, end):
                    return at
                at = max(end, at + 1)
            elif self.is_preposition(at) or self.pieces[at].lower in INNER_PREPOSITIONS:
                at = max(self.nominal_end(at + 1), at + 1)
            elif self.pieces[at].pos in ("VERB", "AUX"):
                return None
            else:
                at += 1
        return None

    def _after_comma(self, at: int, stop: int) -> int:
        return next((comma + 1 for comma in range(at, stop) if self.pieces[comma].lower == ","), stop)

    def _opens_adjunct(self, at: int) -> bool:
        """Tell "Citado por la prensa, Ruiz dijo" and "Tras reunir a todos, Ruiz dijo": what a comma ends."""
        token = self.pieces[at].token
        if token is None:
            return False
        if "VerbForm=Inf" in str(token.morph):
            return True
        is_participle = is_asked(token.lower_) or (token.lower_.endswith(PARTICIPLES) and token.pos_ in ("ADJ", "VERB"))
        is_first = at == 0 or self.pieces[at - 1].lower == ","
        return is_participle and is_first and at + 1 < len(self.pieces) and self.pieces[at + 1].pos == "ADP"

    def _subject_end(self, first: int, stop: int) -> int:
        """End the subject before its verb; what is no apposition ("en rueda de prensa") is left out."""
        end = stop
        while (
            end > first + 1
            and self.pieces[end - 1].pos in ("PUNCT", "ADV", "SPACE")
            and self.pieces[end - 1].lower != ")"
        ):
            end -= 1
        commas = [at for at in range(first, end) if self.pieces[at].lower == ","]
        for comma, following in zip(commas, [*commas[1:], end], strict=False):
            if comma + 1 >= end or not self._may_be_apposition(comma + 1, following):
                return comma
        return end

    def _may_be_apposition(self, at: int, stop: int) -> bool:
        piece = self.pieces[at]
        if piece.lower in NOT_NOMINAL or self.is_preposition(at) or piece.pos in ("VERB", "AUX", "ADP", "SCONJ", "ADV"):
            return False
        return not self.is_time(at, stop)
