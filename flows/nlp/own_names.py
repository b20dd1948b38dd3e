"""The pipeline component that finds the names of a newsroom's own list."""

from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from flows.nlp.known_names import load_people

Doc.set_extension("own_names", default=(), force=True)


class OwnNames:
    """Writes to ``doc._.own_names`` as (char_start, char_end, Known) what the list has; the longest name wins.

    So what the newsroom knows reaches the extractors with the Doc, and they stay pure.
    """

    def __init__(self, nlp: Language, path: str) -> None:
        self._known = dict(enumerate(load_people(Path(path))))
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        for number, known in self._known.items():
            self._matcher.add(str(number), [nlp.make_doc(name) for name in known.names])

    def __call__(self, doc: Doc) -> Doc:
        """Find the names in one Doc."""
        spans = filter_spans(self._matcher(doc, as_spans=True))
        doc._.own_names = tuple((span.start_char, span.end_char, self._known[int(span.label_)]) for span in spans)
        return doc


@Language.factory("teletipo_own_names")
def make_own_names(nlp: Language, name: str, path: str) -> OwnNames:
    """Make the component for the list at ``path``."""
    return OwnNames(nlp, path)
