"""Extraction of quantities: numbers with what they count or measure."""

from dataclasses import replace

from spacy.tokens import Doc

from flows.extract.quantities.amounts import AmountReader
from flows.extract.sentence_index import sentence_indexer
from flows.ids import make_id
from flows.records import Findings, Quantity


def extract_quantities(doc: Doc, findings: Findings) -> Findings:
    """Find the article's amounts; dates and what stands inside a name are none.

    Whether "1.500" has decimals is decided by the habit that all numbers of the article show.
    """
    article = findings.article
    sentence_of = sentence_indexer(doc)
    quantities = tuple(
        Quantity(
            quantity_id=make_id("n", article.article_id, found.start, amount.end),
            article_id=article.article_id,
            char_start=found.start,
            char_end=amount.end,
            text=article.text[found.start : amount.end],
            sentence_index=sentence_of(found.start),
            value=amount.value,
            value_max=amount.value_max,
            unit=amount.unit,
            approximation=amount.approximation,
        )
        for found, amount in AmountReader(doc, findings).amounts()
    )
    return replace(findings, quantities=quantities)
