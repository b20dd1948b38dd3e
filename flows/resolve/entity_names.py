"""When two written names are one: keys for exact comparison, and nearness for spellings and misprints."""

import re

from rapidfuzz.distance import OSA

from flows.nlp.gazetteer import with_usual_country
from flows.text import fold

TRANSLITERATION = (
    (re.compile(r"kh"), "j"),  # Khasan, Jasán
    (re.compile(r"sh"), "s"),  # Shoigu, Soigú
    (re.compile(r"ou"), "u"),  # Lavrou
    (re.compile(r"gu(?=[ei])"), "g"),  # Serguéi, Sergei
    (re.compile(r"y"), "i"),  # Zelensky, Zelenski
    (re.compile(r"w"), "v"),
    (re.compile(r"([a-z])\1"), r"\1"),  # Puttin, Zelenskii
    (re.compile(r"i+(?= |$)"), "i"),
)
"""What the same foreign name is written with, now after English, now after Spanish rules."""


def name_key(name: str) -> str:
    """What all usual spellings of a name have in common.

    >>> name_key("Kim Jong-un") == name_key("Kim Jong Un")
    True
    >>> name_key("Volodymyr Zelensky") == name_key("Volodímir Zelenski")
    True
    """
    key = fold(re.sub(r"[-–’'\"“”«».,]+", " ", with_usual_country(name)))
    for pattern, common in TRANSLITERATION:
        key = pattern.sub(common, key)
    return " ".join(key.split())


def near(one: str, other: str) -> bool:
    """Whether two words differ by one letter and are long enough for that to be a spelling.

    >>> near("jong", "yong"), near("ana", "ada")
    (True, False)
    """
    return min(len(one), len(other)) >= 4 and OSA.distance(one, other, score_cutoff=1) <= 1
