"""Words that only the start of their sentence gave a capital: an article, a title, a verb, a noun."""

import re

from flows.extract.entities.names import Name, begins_sentence, name_at
from flows.extract.entities.occurrences import Occurrences
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.words import words
from flows.nlp.person_names import is_first_name
from flows.text import fold

ARTICLES = {article: re.compile(rf"{article.lower()}\Z") for article in ("El ", "La ", "Los ", "Las ")}
WITHIN_SENTENCE = re.compile(r"[a-zá-ú,] \Z")


def without_article(text: str, name: Name, types: dict[str, str], words_of_text: Occurrences) -> Name:
    """Drop an article that only begins a sentence: "El Kremlin" is "Kremlin"; "El País" stays."""
    article, blank, rest = name.text.partition(" ")
    if article + blank not in ARTICLES or not rest[:1].isupper() or not begins_sentence(text, name.char_start):
        return name
    bare = fold(rest)
    elsewhere = words_of_text.has(rest, ARTICLES[article + blank])
    if elsewhere or bare in types or settled_type(rest) or rest.lower() in words("institutions", "nouns"):
        return name_at(text, name.char_end - len(rest), name.char_end, name.mention_type, name.confidence)
    return name


def without_common(text: str, name: Name, types: dict[str, str], common: frozenset[int]) -> Name:
    """Drop a title, or a verb that only begins a sentence: "Urge Morena" is "Morena" where that is a name."""
    first, _, rest = name.text.partition(" ")
    kind = types.get(fold(rest))
    if kind is None and name.mention_type == "PER" and name.char_start in common and _is_before_full_name(first, rest):
        kind = "PER"
    is_title = kind == "PER" and first.lower() in words("titles")
    may_be_verb = kind is not None and begins_sentence(text, name.char_start)
    is_named_so = name.mention_type == kind == "PER" and _is_before_full_name(first, rest)
    is_verb = may_be_verb and (is_named_so or name.char_start in common)
    if not is_title and not is_verb:
        return name
    return name_at(text, name.char_end - len(rest), name.char_end, kind or name.mention_type, name.confidence)


def _is_before_full_name(first: str, rest: str) -> bool:
    """Whether a word is no first name and one stands behind it with a surname: "Recuerda Ana Duarte"."""
    return " " in rest and is_first_name(rest.split()[0]) and not is_first_name(first)


def is_common(text: str, name: Name, common: frozenset[int], words_of_text: Occurrences) -> bool:
    """A word that only the start of its sentence gave a capital: a verb, pronoun, or one in lower case elsewhere."""
    return (
        " " not in name.text
        and not name.text.isupper()
        and begins_sentence(text, name.char_start)
        and not settled_type(name.text)
        and (name.char_start in common or _is_noun(words_of_text, name.text))
        and not words_of_text.has(name.text, WITHIN_SENTENCE)
    )


def _is_noun(words_of_text: Occurrences, word: str) -> bool:
    """Whether a word is but a noun that begins a heading: the text has it in lower case, and it is no first name."""
    return word.isalpha() and not is_first_name(word) and words_of_text.has(word.lower())
