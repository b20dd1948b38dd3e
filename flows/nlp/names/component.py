"""The pipeline component that finds names, with a small network of its own whatever pipeline it stands in."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

WEIGHTS = Path(__file__).parent / "weights"

Doc.set_extension("names", default=(), force=True)


@cache
def load_recogniser(weights: Path = WEIGHTS) -> Language:
    """Load the trained recogniser: a blank Spanish pipeline with ``ner`` alone."""
    return spacy.load(weights)


class NameRecogniser:
    """Writes the names of a Doc to ``doc._.names`` as (char_start, char_end, type), and to ``doc.ents``.

    It splits words by itself: the names of "Kim-Putin" end inside a token of the Doc, and are in ``doc._.names`` alone.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one Doc."""
        return _with_names(doc, load_recogniser()(doc.text))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Find the names of Docs, in batches."""
        pairs = ((doc.text, doc) for doc in stream)
        for found, doc in load_recogniser().pipe(pairs, as_tuples=True, batch_size=batch_size):
            yield _with_names(doc, found)


@Language.factory("teletipo_names")
def make_recogniser(nlp: Language, name: str) -> NameRecogniser:
    """Make the component."""
    return NameRecogniser()


def _with_names(doc: Doc, found: Doc) -> Doc:
    doc._.names = tuple((ent.start_char, ent.end_char, ent.label_) for ent in found.ents)
    spans = (doc.char_span(start, end, label=label) for start, end, label in doc._.names)
    doc.ents = filter_spans([span for span in spans if span is not None])
    return doc
