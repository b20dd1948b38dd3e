"""Quotes as we find them against textacy's, on the same parsed articles in one run: time, and how many.

    uv run --with textacy==0.13.0 python -m tests.bench.quotations RAW [--articles 100]

Times are CPU seconds of one process. Textacy looks for direct quotes only, and has no rule for quotes in the article's
own words.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, TypeVar

from spacy.tokens import Doc

from flows.extract import extract
from flows.extract.quotes import extract_quotes
from flows.nlp.pipeline import load_pipeline, read_docs
from flows.read import read_raw
from flows.records import Article, Quote

Result = TypeVar("Result")
Theirs = Callable[[Doc], Iterable[Any]]


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw")
    parser.add_argument("--articles", type=int, default=100)
    options = parser.parse_args()
    articles = [item for item in read_raw(options.raw) if isinstance(item, Article)]
    theirs = import_module("textacy.extract").direct_quotations  # no dependency: only this command needs it
    step = max(len(articles) // options.articles, 1)
    sys.stdout.write(json.dumps(compare(articles[::step][: options.articles], theirs), indent=2) + "\n")


def compare(articles: list[Article], theirs: Theirs) -> dict[str, Any]:
    """Time both over the same Docs; a quote of theirs is one of ours too where the two overlap."""
    nlp = load_pipeline()
    for doc, article in read_docs(nlp, articles[:3]):  # what is loaded at its first use does not count
        extract(doc, article)
        _found(theirs, doc)
    model, docs = _timed(lambda: list(read_docs(nlp, articles)))
    ready = [(doc, extract(doc, article, until=extract_quotes)) for doc, article in docs]
    our_seconds, ours = _timed(lambda: [extract_quotes(doc, findings).quotes for doc, findings in ready])
    their_seconds, found = _timed(lambda: [_found(theirs, doc) for doc, _ in docs])
    common = sum(
        any(_overlap(quote, span) for quote in quotes)
        for quotes, spans in zip(ours, found, strict=True)
        for span in spans or []
    )
    return {
        "articles": len(articles),
        "model_seconds": model,
        "teletipo_seconds": our_seconds,
        "textacy_seconds": their_seconds,
        "teletipo_quotes": sum(len(quotes) for quotes in ours),
        "teletipo_direct_quotes": sum(quote.quote_type == "direct" for quotes in ours for quote in quotes),
        "textacy_quotes": sum(len(spans or []) for spans in found),
        "textacy_articles_refused": found.count(None),
        "textacy_quotes_that_teletipo_has": common,
    }


def _timed(run: Callable[[], Result]) -> tuple[float, Result]:
    started = time.process_time()
    result = run()
    return round(time.process_time() - started, 2), result


def _found(theirs: Theirs, doc: Doc) -> list[Any] | None:
    """Their quotes; None of an article that they refuse, as textacy does where the number of marks is odd."""
    try:
        return [quote.content for quote in theirs(doc)]
    except ValueError:
        return None


def _overlap(quote: Quote, span: Any) -> bool:
    return bool(quote.char_start < span.end_char and span.start_char < quote.char_end)


if __name__ == "__main__":
    main()
