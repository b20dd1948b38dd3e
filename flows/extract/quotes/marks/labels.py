"""Which words in marks are but a name (a nickname, a title, a newspaper), and no words said."""

import re
from collections.abc import Sequence

from flows.extract.quotes.lexicon.cues import cue_forms, slogan_nouns
from flows.extract.quotes.lexicon.speaker_nouns import speaker_noun
from flows.extract.quotes.marks.quotation import MarkedSpan

FOLLOWING_WORD = re.compile(r"[\s,.;–—-]*(?:(?:ha|han|había|se|le|les)\s+)?(\w+)")
LISTED = re.compile(r"[,;]\s*(?:(?:y|e|o)\s+)?|\s+(?:y|e|o)\s+")
"""What stands between marks of one list: «Agua ya», «Pan» *y* «Paz»."""
SAYING = frozenset(["decir", "responder", "contestar", "gritar", "corear", "exclamar", "rezar", "replicar", "clamar"])
"""Verbs whose marks hold words, however few; "escribió" and "lanzó" may have a title in them."""
REACH = 30
"""Characters before marks in which the word before them stands."""
ARTICLES = frozenset(["el", "la", "los", "las", "del", "al", "un", "una"])
LABEL_MAX_WORDS = 5


def without_labels(text: str, marks: Sequence[MarkedSpan]) -> list[MarkedSpan]:
    """Leave out the stretches in marks that are names; in a list of words said, short ones are words too.

    >>> text = '«Agua», «Queremos el agua que nos quitaron», gritan en el bar «Sol»'
    >>> spans = [MarkedSpan(0, 6, 1, 5), MarkedSpan(8, 43, 9, 42), MarkedSpan(62, 67, 63, 66)]
    >>> [text[span.start : span.end] for span in without_labels(text, spans)]
    ['Agua', 'Queremos el agua que nos quitaron']
    """
    are_words = [not is_label(text, mark) for mark in marks]
    for order in (range(len(marks) - 2, -1, -1), range(1, len(marks))):
        for number in order:
            other = number + order.step * -1
            first, last = sorted((number, other))
            gap = text[marks[first].outer_end : marks[last].outer_start]
            are_words[number] = are_words[number] or (are_words[other] and LISTED.fullmatch(gap) is not None)
    return [mark for mark, is_said in zip(marks, are_words, strict=True) if is_said]


def _is_called(before: str) -> bool:
    """Tell a name of what a noun presents: 'el diario "El Faro"'."""
    word = before.split()[-1:] if before.endswith(" ") else []
    noun = speaker_noun(word[0].lower()) if word else None
    return noun is not None and noun.kind in ("organization", "document")


def _is_slogan(text: str, mark: MarkedSpan) -> bool:
    """Tell what people shout or carry about: 'con el lema "Agua limpia"', 'con pancartas como "Agua limpia"'."""
    words = text[max(0, mark.outer_start - REACH) : mark.outer_start].lower().replace(":", " ").split()
    return any(word in slogan_nouns() for word in words[-1:] + (words[-2:-1] if words[-1:] == ["como"] else []))


def is_label(text: str, mark: MarkedSpan) -> bool:
    """Tell a name in marks (a nickname, a title, a newspaper) from words said."""
    words = text[mark.start : mark.end].split()
    if len(words) > LABEL_MAX_WORDS or not mark.is_closed:
        return False
    is_single = text[mark.outer_start] in "'‘" and not text.startswith(("''", "‘‘"), mark.outer_start)
    if is_single and len(words) <= 2:
        return True
    if not words[0][0].isupper() or text[mark.end - 1] in "!?…":
        return False
    previous = text[max(0, mark.outer_start - REACH) : mark.outer_start].split()[-1:]
    is_nickname = text[mark.outer_end : mark.outer_end + 2].strip().isupper()  # 'dijo "Nano" Ruiz'
    forms = cue_forms().get(previous[0], ()) if previous and not is_nickname else ()
    if any(form.kind == "finite" and form.verb.lemma in SAYING for form in forms) or _is_slogan(text, mark):
        return False
    if previous and previous[0].lower() in ARTICLES:
        return True
    if _is_called(text[max(0, mark.outer_start - REACH) : mark.outer_start]):
        return True
    following = FOLLOWING_WORD.match(text, mark.outer_end)
    is_attributed = following is not None and following[1].lower() in cue_forms()
    before = text[max(0, mark.outer_start - 2) : mark.outer_start].rstrip()
    return not is_attributed and not before.endswith(":") and bool(before) and before[-1] not in ".\n"
