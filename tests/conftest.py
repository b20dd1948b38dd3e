"""What all tests share: the pipeline, loaded once."""

from typing import TYPE_CHECKING

import pytest

from flows.nlp.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """The Spanish pipeline as the extractors get it."""
    return load_pipeline()
