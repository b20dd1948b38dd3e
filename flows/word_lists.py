"""Reading the word lists: data in YAML beside the code that uses them."""

from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it (its wheels are): 0.06 s instead of 0.5 s for all lists."""


def parse_words(content: str | bytes) -> Any:
    """Parse a word list.

    >>> parse_words("verbs: [decir, afirmar]")
    {'verbs': ['decir', 'afirmar']}

    Args:
        content: YAML of our own; text in UTF-8.
    """
    return yaml.load(content, Loader=LOADER)
