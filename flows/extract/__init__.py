"""From one article's Doc to its records: one extractor a package, run in the order of the tuple below."""

from typing import Protocol

from spacy.tokens import Doc

from flows.extract.affiliations import extract_affiliations
from flows.extract.entities import extract_entities
from flows.extract.events import extract_events
from flows.extract.quantities import extract_quantities
from flows.extract.quotes import extract_quotes
from flows.extract.sentence_index import sentence_count
from flows.extract.times import extract_times
from flows.nlp.layout import paragraphs
from flows.records import Article, Findings


class Extractor(Protocol):
    """Fills in its own part of the findings.

    An extractor reads the Doc and what those before it found. It is pure: the same Doc and findings give the same
    records, whatever was read before. It never changes the Doc.
    """

    def __call__(self, doc: Doc, findings: Findings) -> Findings:
        """Return the findings with this extractor's part filled in."""
        ...


EXTRACTORS: tuple[Extractor, ...] = (
    extract_entities,
    extract_affiliations,
    extract_times,
    extract_quantities,
    extract_quotes,
    extract_events,
)


def extract(doc: Doc, article: Article, *, until: Extractor | None = None) -> Findings:
    """Say what one article says; ``until`` an extractor, only what those before it find."""
    findings = Findings(
        article=article,
        sentence_count=sentence_count(doc),
        layout=paragraphs(article.text, article.title),
    )
    for extractor in EXTRACTORS:
        if extractor is until:
            break
        findings = extractor(doc, findings)
    return findings
