"""Who speaks: the speaker of the quote that a word stands in, that a verb reports or that a phrase is ascribed."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.syntax import is_verb
from flows.records import Quote

NEAR = 20
"""How many words from a quote the verb stands that reports it."""


class Speech:
    """The quotes of one article."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._names = names
        self._quotes = sorted(names.findings.quotes, key=lambda quote: quote.char_start)
        self._quote_starts = [quote.char_start for quote in self._quotes]
        self._speakers = dict(_speakers(doc, names.findings.quotes))
        cues = [(cue, quote) for quote in self._quotes for cue in _cue_of(doc, quote)]
        self._cues = {cue.i: quote for cue, quote in cues}
        self._cue_of = {quote.char_start: cue for cue, quote in cues}

    def speaker(self, token: Token) -> list[Referent]:
        """Who says "I" or "we" at a word."""
        quote = self.quote_around(token)
        if quote is None or quote.speaker_entity_id is None:
            return []
        return [Referent(quote.speaker_entity_id, token.text, is_direct=False)]

    def cues(self) -> Iterable[int]:
        """The places of the verbs that report a quote."""
        return self._cues.keys()

    def cue_speaker(self, verb: Token) -> list[Referent]:
        """Who utters a quote that a verb reports: '"...", acusó la diputada'."""
        quote = self._cues.get(verb.i)
        if quote is None or quote.speaker_entity_id not in self._names.entities:
            return []
        return [Referent(quote.speaker_entity_id, quote.speaker_text or verb.text, is_direct=False)]

    def cue(self, token: Token) -> Token | None:
        """The verb that reports the quote that a word stands in."""
        quote = self.quote_around(token)
        return self._cue_of.get(quote.char_start) if quote is not None else None

    def is_quoted(self, token: Token) -> bool:
        """Whether a word stands in somebody's own words."""
        quote = self.quote_around(token)
        return quote is not None and quote.quote_type == "direct"

    def quote_around(self, token: Token) -> Quote | None:
        """The quote that a word stands in."""
        number = bisect_left(self._quote_starts, token.idx + 1) - 1
        if number >= 0 and token.idx < self._quotes[number].char_end:
            return self._quotes[number]
        return None

    def ascribed(self, head: Token) -> list[Referent]:
        """Who a phrase is that a quote is ascribed to: "dijo el docente"."""
        speaker = self._speakers.get(head.i)
        return [Referent(speaker, head.text, is_direct=False)] if speaker in self._names.entities else []


def _speakers(doc: Doc, quotes: Iterable[Quote]) -> Iterator[tuple[int, str]]:
    for quote in quotes:
        if quote.speaker_entity_id and quote.speaker_char_start is not None and quote.speaker_char_end is not None:
            span = doc.char_span(quote.speaker_char_start, quote.speaker_char_end, alignment_mode="expand")
            if span is not None:
                yield span.root.i, quote.speaker_entity_id


def _cue_of(doc: Doc, quote: Quote) -> Iterator[Token]:
    """The verb that reports a quote: the nearest word of that form, after it or else before it."""
    span = doc.char_span(quote.char_start, quote.char_end, alignment_mode="expand")
    if quote.cue is None or span is None:
        return
    form = quote.cue.split()[0]
    around = (*range(span.end, min(len(doc), span.end + NEAR)), *range(span.start - 1, max(-1, span.start - NEAR), -1))
    found = next((doc[i] for i in around if doc[i].text == form), None)
    if found is not None and is_verb(found):
        yield found
