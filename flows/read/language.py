"""Which language an article is in: Spanish, unless a text surely is not."""

import re
from collections import Counter
from functools import cache
from importlib import resources

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from flows.word_lists import parse_words

SPANISH = "es"
PIECES, PIECE_CHARS = 4, 150
"""A long text is judged by pieces from all over it, together: what most of it is in has most of them."""
SHORT_CHARS = 120
SURE = 0.99
"""Below this length or this probability the short words have to agree that a piece is not Spanish."""
LEAST_WORDS = 2
"""So many short words make another language: "Lula da Silva viaja a São Paulo" has one."""
LEAST_CHARS = 40
"""What languages without a list of short words are believed from."""
DIALECTS = frozenset({"an", "ast", "ext", "lad"})
"""So near to Spanish, and so rare in news, that what is taken for them is Spanish."""
WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str | None:
    """The language that most of a text is in, ISO 639-1; None if it has no words.

    >>> detect_language("Sube el pan"), detect_language("O prezo do pan subiu onte na cidade de Lugo, segundo a Xunta.")
    ('es', 'gl')
    """
    if not WORD.search(text):
        return None
    sample = _sample(text)
    code, probability = _identifier().classify(sample)
    if code == SPANISH or code in DIALECTS:
        return SPANISH
    is_sure = len(sample) >= SHORT_CHARS and probability >= SURE
    return str(code) if is_sure or _is_confirmed(sample, str(code), probability) else SPANISH


def _sample(text: str) -> str:
    if len(text) <= PIECES * PIECE_CHARS:
        return text
    step = (len(text) - PIECE_CHARS) // (PIECES - 1)
    return " ".join(text[number * step : number * step + PIECE_CHARS] for number in range(PIECES))


def _is_confirmed(piece: str, code: str, probability: float) -> bool:
    """Whether a short piece is surely in another language, by its script or its short words."""
    if not any(char < "ʰ" for char in piece if char.isalpha()):
        return True
    words = _short_words()
    if code not in words:
        return len(piece) >= LEAST_CHARS and probability >= SURE
    # later words in capitals are names: "São Paulo"
    found = Counter(WORD.findall(piece[:1].lower() + piece[1:]))
    foreign = sum(found[word] for word in words[code] - words[SPANISH])
    return foreign >= LEAST_WORDS and foreign > sum(found[word] for word in words[SPANISH] - words[code])


@cache
def _short_words() -> dict[str, frozenset[str]]:
    content = resources.files("flows.read").joinpath("data/language.yml").read_text(encoding="utf-8")
    return {str(code): frozenset(map(str, words)) for code, words in parse_words(content).items()}


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
