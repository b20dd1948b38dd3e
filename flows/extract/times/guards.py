"""What looks like a time expression and is none: "2000 personas", "las dos mujeres", "el pasado proceso"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from spacy.tokens import Doc, Token

from flows.extract.scanner import Found, Word
from flows.extract.sentence_index import token_numbers
from flows.records import EntityMention

Guard = Callable[["Context", Found], bool]
CLOSED_NAMES = frozenset({"PER", "ORG", "LOC"})
"""A date inside such a name is part of it ("avenida 9 de Julio"); one inside the name of an event still dates it."""
CLOCK_LINKS = frozenset({"a", "desde", "hasta", "sobre", "hacia", "son", "eran"})
COUNTING = frozenset(
    {"más", "menos", "unos", "unas", "casi", "$", "€", "las", "número", "nº", "artículo", "ley", "ruta"}
)


STREETS = frozenset({"avenida", "av", "calle", "plaza", "bulevar", "calzada", "paseo", "estadio", "barrio"})


class Context:
    """The words and the parse that a guard looks at."""

    def __init__(self, doc: Doc, text: str, words: Sequence[Word]) -> None:
        self.words = words
        self.text = text  # spaCy puts "doc.text" together anew at every look
        self._doc = doc
        self._token_at = token_numbers(doc)

    def word(self, index: int) -> str:
        """The lower-case word at an index, or nothing."""
        return self.words[index].text.lower() if 0 <= index < len(self.words) else ""

    def following(self, found: Found) -> Token | None:
        """The token after a phrase."""
        if found.last >= len(self.words):
            return None
        number = self._token_at.get(self.words[found.last].start)
        return None if number is None else self._doc[number]

    def counts(self, found: Found) -> bool:
        """Say whether the next word is a noun or adjective that the phrase counts or qualifies."""
        token = self.following(found)
        return token is not None and token.text.islower() and token.pos_ in {"NOUN", "ADJ"}

    def glued(self, found: Found) -> bool:
        """Say whether the phrase hangs on a word by a hyphen or mark ("COVID-2019", "$2000")."""
        before = found.first - 1
        if before < 0:
            return False
        mark = self.words[before]
        return mark.end == found.start and mark.text in "-–_#@$€£/+.&="


def allowed_in(
    doc: Doc, text: str, words: Sequence[Word], mentions: Sequence[EntityMention]
) -> Callable[[Found], bool]:
    """Make the test that a phrase must pass: its rule's guard, and not lying inside a name."""
    context = Context(doc, text, words)
    inside = _inside(mentions)

    def allowed(found: Found) -> bool:
        guard = found.rule.options.get("guard")
        return (guard is None or GUARDS[guard](context, found)) and not inside(found)

    return allowed


def _inside(mentions: Sequence[EntityMention]) -> Callable[[Found], bool]:
    spans = sorted((one.char_start, one.char_end) for one in mentions if one.mention_type in CLOSED_NAMES)
    starts = [start for start, _ in spans]

    def inside(found: Found) -> bool:
        at = bisect_right(starts, found.start) - 1
        if at < 0:
            return False
        start, end = spans[at]
        return found.end <= end and (start, end) != (found.start, found.end)

    return inside


def _year(context: Context, found: Found) -> bool:
    before, after = context.word(found.first - 1), context.word(found.last)
    if context.glued(found) or after in {"%", "°", "€", "$", "º"} or _marked_number(context, found):
        return False
    if before in COUNTING or (before == "de" and context.word(found.first - 2) in {"más", "menos", "cerca"}):
        return False
    return not context.counts(found)


def _marked_number(context: Context, found: Found) -> bool:
    """Say whether a hyphen joins the number to more digits, as in a phone number."""
    return (
        found.last + 1 < len(context.words)
        and context.word(found.last) in {"-", "/", "."}
        and context.words[found.last].start == found.end
        and context.words[found.last + 1].number is not None
        and context.words[found.last + 1].start == context.words[found.last].end
    )


def _day(context: Context, found: Found) -> bool:
    """No street ("avenida 8 de Octubre"), and "un" after a weekday counts nothing ("el viernes un grupo")."""
    words = {word.text.lower() for word in context.words[found.first : found.last]}
    return not words & {"un", "una"} and context.word(found.first - 1) not in STREETS


def _month(context: Context, found: Found) -> bool:
    """Not the month of a street's name either."""
    first = found.first
    return not (context.word(first - 1) == "de" and context.word(first - 3) in STREETS)


def _lower_case(context: Context, found: Found) -> bool:
    return context.words[found.last - 1].text.islower()


def _clock(context: Context, found: Found) -> bool:
    if context.glued(found) and context.word(found.first - 1) not in "/–-":
        return False
    told = {"min", "q", "less", "half", "part", "part2"} & set(found.parts)
    if told or re.search(r"\d\s*h|horas|hrs?\b|hs\b", context.text[found.start : found.end]):
        return True
    after, link = context.word(found.last), context.word(found.first - 2)
    if context.counts(found) or after in {"%", "y", "mil", "/", "que"}:
        return False
    return link in {"a", "desde", "hasta"} or (link in CLOCK_LINKS and after not in {"de", ","})


def _duration(context: Context, found: Found) -> bool:
    text = context.text[found.start : found.end]
    unit = text.split()[-1]
    if unit == "segundo" and context.counts(found):
        return False  # "un segundo período"
    return unit.islower() or text.isupper() or not text[:1].isdigit()


def _bare_units(context: Context, found: Found) -> bool:
    return context.words[found.first].text.islower()


def _decade(context: Context, found: Found) -> bool:
    return found.parts["t"] % 10 == 0 and found.parts["t"] >= 10 and not context.counts(found)


def _plain_noun(context: Context, found: Found) -> bool:
    token = context.following(found)
    if context.words[found.first].text[:1].isupper():
        return False
    return token is None or token.pos_ not in {"NOUN", "ADJ", "PROPN", "NUM"}


def _present(context: Context, found: Found) -> bool:
    word, before, determiner = context.word(found.first), context.word(found.first - 2), context.word(found.first - 1)
    if not _plain_noun(context, found):
        return False
    if word in {"momento", "instante"}:
        alone = determiner == "de" and before in {",", ".", "y", "", "—"}
        return alone or (before in {"hasta", "por"} and determiner == "el")
    if word == "fecha":
        return before in {"hasta", "a"} and determiner == "la"
    if word == "presente":
        return before == "en" and determiner == "el"
    return before == "en" and determiner == "la"


def _frequency(context: Context, found: Found) -> bool:
    return not (context.word(found.first) == "a" and context.words[found.first + 1].text[:1].isupper())


GUARDS: Mapping[str, Guard] = {
    "year": _year,
    "day": _day,
    "month": _month,
    "lower_case": _lower_case,
    "clock": _clock,
    "duration": _duration,
    "bare_units": _bare_units,
    "decade": _decade,
    "present": _present,
    "past": _plain_noun,
    "future": _plain_noun,
    "frequency": _frequency,
}
