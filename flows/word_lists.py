"""Reading the word lists: data in YAML beside the code that uses them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    FastLoader = yaml.SafeLoader
else:
    FastLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it (its wheels are): 0.06 s instead of 0.5 s for all lists."""

BOOLEAN = "tag:yaml.org,2002:bool"


class WordLoader(FastLoader):
    """Reads ``no``, ``on`` and ``NO`` as the words that they are, as YAML 1.2 does; 1.1 had them for false and true."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if tag != BOOLEAN]
        for first, resolvers in FastLoader.yaml_implicit_resolvers.items()
    }


WordLoader.add_implicit_resolver(BOOLEAN, re.compile(r"(?:true|false)$"), ["t", "f"])


def parse_words(content: str | bytes) -> Any:
    """Parse a word list.

    >>> parse_words("verbs: [decir, afirmar]")
    {'verbs': ['decir', 'afirmar']}
    >>> parse_words("{words: [si, no], Oslo: NO, direct: true}")
    {'words': ['si', 'no'], 'Oslo': 'NO', 'direct': True}

    Args:
        content: YAML of our own; text in UTF-8.
    """
    return yaml.load(content, Loader=WordLoader)


def any_of(words: Iterable[str]) -> str:
    """An expression for any word of a list, the longest first, that tries only those of one letter at each place.

    >>> any_of(["alcalde", "juez", "alcaldesa"])
    '(?:a(?:lcaldesa|lcalde)|j(?:uez))'
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests[word[0]].append(re.escape(word[1:]))
    letters = (f"{re.escape(first)}(?:{'|'.join(some)})" for first, some in rests.items())
    return f"(?:{'|'.join(letters)})"
