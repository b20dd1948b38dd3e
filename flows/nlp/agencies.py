"""The agencies that articles credit, by every form in which they do."""

import re
from functools import cache
from importlib import resources

from flows.word_lists import parse_words


@cache
def agencies() -> dict[str, str]:
    """Each form in which an agency is credited -> its usual name.

    >>> agencies()["REUTERS"]
    'Reuters'
    """
    content = resources.files("flows.nlp").joinpath("data/agencies.yml").read_text(encoding="utf-8")
    data: dict[str, list[str]] = parse_words(content)
    return {form: name for name, forms in data.items() for form in forms}


@cache
def agency_pattern() -> str:
    """A regular expression of every form, the longest first."""
    forms = sorted(agencies(), key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(re.escape(form) for form in forms)})\b"
