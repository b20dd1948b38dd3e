"""Loading the spaCy pipeline: the only place where a model is loaded."""

import json
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import flows.nlp.names.component
import flows.nlp.own_names
import flows.nlp.sentences  # noqa: F401 - registers the component
from flows.errors import ConfigError
from flows.records import Article

DEFAULT_MODEL = "es_core_news_sm"

DOCS_AT_ONCE = 8
"""Articles that the model reads together: of 32 a process held up to 914 MB, of 8 540 MB, at the same speed (600
articles of the press, 760 words each)."""


@cache
def load_pipeline(model: str = DEFAULT_MODEL, people: str | None = None) -> Language:
    """Load an installed Spanish pipeline for tokens, tags and parse, with our sentence boundaries and names.

    Args:
        model: an installed pipeline with a tagger and parser; its own ``ner`` is left out.
        people: a newsroom's own list of names (see ``flows.nlp.known_names.load_people``), which wins over ours.

    Raises:
        ConfigError: no such pipeline is installed, or it lacks a tagger or parser; the list cannot be read.
    """
    check_model(model)
    with warnings.catch_warnings():
        # W095: made with spaCy 3.1; loads and parses in 3.8 (LAS 0.87 measured)
        warnings.filterwarnings("ignore", message=r".*\[W095\]")
        nlp = spacy.load(model, exclude=["senter", "ner"])
    nlp.add_pipe("teletipo_sentences", first=True)
    nlp.add_pipe("teletipo_names", last=True)
    if people is not None:
        nlp.add_pipe("teletipo_own_names", last=True, config={"path": people})
    return nlp


def check_model(model: str) -> None:
    """Refuse a pipeline that cannot be used, without loading it.

    A folder of weights is none: its version, which says when what was extracted still holds, is that of its package.

    Raises:
        ConfigError: no such pipeline is installed, or it lacks a parser.
    """
    try:
        package = find_spec(model)  # found, not imported: the package itself warns of its age (W095)
        meta = json.loads(Path(str(package and package.origin)).with_name("meta.json").read_bytes())
    except (ImportError, OSError, ValueError) as error:
        raise ConfigError(
            f"the spaCy pipeline {model!r} is not installed; install it, or leave --model out for {DEFAULT_MODEL}"
        ) from error
    if "parser" not in meta["components"]:
        raise ConfigError(f"the spaCy pipeline {model!r} has no parser, which quotes and events need")


def read_docs(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Doc, Article]]:
    """Run the pipeline over articles; each comes with its Doc, in the same order."""
    pairs = ((article.text, article) for article in articles)
    yield from nlp.pipe(pairs, as_tuples=True, batch_size=DOCS_AT_ONCE)
