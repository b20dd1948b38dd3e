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
CLOCK_LINKS = frozenset({"a", "desde", "hasta", "sobre", "hacia", "son", "eran", "pasadas"})
CLOCK_LINKS_OF = frozenset({"cerca", "alrededor", "antes", "después", "partir", "eso", "luego", "pasado"})
COUNTING = frozenset(
    {"más", "menos", "unos", "unas", "casi", "$", "€", "las", "número", "nº", "artículo", "ley", "ruta"}
)


RATES = frozenset({"veces", "vez", "miles", "millones", "promedio", "%"})
"""Words that tell an amount without a number: "varias veces al día"."""

RATE_WORDS = 8
"""How many words an amount may stand before what it is told for: "40 kilos de restos de comida al mes"."""

KEPT_UP = frozenset(
    {"poner", "ponerse", "pone", "ponen", "puso", "pusieron", "está", "están", "estar", "mantiene", "mantienen"}
)
"""What one is "al día" by: up to date."""

ROAD = frozenset({"kilómetros", "kilómetro", "km", "millas", "metros"})
NOON = 12
MONTH_DAYS = 31
DATED = re.compile(r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|ayer|mañana|tarde|noche|madrugada")

POINTED = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d(?!\d)")
"""A time of the day as it is told with a point: "9.00", "20.30"."""

OPENINGS = frozenset({"", "\n", ",", "(", "-", "/"})
BEFORE_DAY = OPENINGS | {"el", "del", "al", "y", "hasta", "desde"}
"""What begins a clause, and what stands before a day whose month is short, without a full stop: "el 13 mar"."""

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

    def capital(self, index: int) -> bool:
        """Whether the word at an index is written like a name."""
        return index < len(self.words) and self.words[index].text[:1].isupper()

    def following(self, found: Found) -> Token | None:
        """The token after a phrase."""
        return self.token(self.words[found.last]) if found.last < len(self.words) else None

    def token(self, word: Word) -> Token | None:
        """The token that a word begins."""
        number = self._token_at.get(word.start)
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
        held = guard is None or GUARDS[guard](context, found)
        return held and not inside(found) and not _title(context, found)

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


def _title(context: Context, found: Found) -> bool:
    """Say whether it is a name in marks: the newspaper "Hoy", the film «Octubre»."""
    if found.last - found.first != 1 or not 0 < found.first < len(context.words) - 1:
        return False
    opening, word, closing = context.words[found.first - 1 : found.last + 1]
    return word.text.istitle() and opening.text in "\"“«‘'" and closing.text in "\"”»’'" and opening.end == word.start


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
    return not (words & {"un", "una"} or context.word(found.first - 1) in STREETS or _has_house_number(context, found))


def _near_day(context: Context, found: Found) -> bool:
    """Not "el 10 del presente año"."""
    alone = context.word(found.last - 1) in {"presente", "corriente", "corrientes"} and found.parts.get("off") == 0
    return _day(context, found) and not (alone and context.counts(found))


def _lettered_day(context: Context, found: Found) -> bool:
    """Written in one, with a capital ("11-S", "8M"), and no part of a longer code."""
    text, after = context.text[found.start : found.end], context.words[found.last : found.last + 1]
    longer = bool(after) and after[0].start == found.end and after[0].text in "-/_"
    return not longer and _one_word(context, found) and text[-1].isupper()


def _one_word(context: Context, found: Found) -> bool:
    return len(context.text[found.start : found.end].split()) == 1


def _short_day(context: Context, found: Found) -> bool:
    """Not "ganó en 3 set", and nothing that hangs on a word or is in a longer number."""
    before, after = context.word(found.first - 1), context.word(found.last)
    has_stop = context.word(found.last - 1) == "." and after not in {"", "\n"} and not context.capital(found.last)
    is_set = "set" in {word.text.lower() for word in context.words[found.first : found.last]}
    is_begun = has_stop or before in (OPENINGS if is_set else BEFORE_DAY)  # "ganó el 1 set y perdió el 2 set."
    return is_begun and not context.glued(found) and _day(context, found)


def _has_house_number(context: Context, found: Found) -> bool:
    """Say whether it is a street: "vive en 9 de Julio al 3300"."""
    house = context.words[found.last + 1 : found.last + 2]
    return context.word(found.last) == "al" and bool(house) and (house[0].number or 0) > MONTH_DAYS


def _consecutive(context: Context, found: Found) -> bool:
    """Days in a list are a range only where none lies between: "23, 24 y 25 de mayo"."""
    commas = sum(word.text == "," for word in context.words[found.first : found.last])
    return bool(found.parts["e"] - found.parts["d"] == 1 + commas) and _day(context, found)


def _day_range(context: Context, found: Found) -> bool:
    joined = context.word(found.first + 1) == "y" or context.word(found.first + 2) == "y"
    between = context.word(found.first - 1) == "entre" or context.word(found.first - 2) == "entre"
    return _consecutive(context, found) if joined and not between else _day(context, found)


def _between(context: Context, found: Found) -> bool:
    """Two years with "y" are a range after "entre" alone: "ganó en 2006 y 2012"."""
    return not _has_and(context, found) or context.word(found.first - 1) == "entre"


def _month_range(context: Context, found: Found) -> bool:
    """Two months with "y" are one after "entre", or where none lies between."""
    return _between(context, found) or (found.parts["m2"] - found.parts["m"]) % 12 == 1


def _has_and(context: Context, found: Found) -> bool:
    return any(word.key == "y" for word in context.words[found.first : found.last])


def _month(context: Context, found: Found) -> bool:
    """Not the month of a street's name either."""
    first = found.first
    alone = found.last - first == 1 and context.words[first].text.istitle()
    if alone and context.word(first - 1) in {"el", "del"} and context.capital(found.last):
        return False  # "la caza del Octubre Rojo"
    before = context.token(context.words[first - 1]) if first else None
    if alone and before is not None and before.pos_ == "NOUN" and before.text.islower():
        return False  # "su hija Abril"
    in_street = context.word(first - 1) == "de" and context.word(first - 3) in STREETS
    return not (in_street or _has_house_number(context, found))


def _named(context: Context, found: Found) -> bool:
    """A day written like a name: "en Acción de Gracias", not "fue una acción de gracias"."""
    return context.words[found.first].text[:1].isupper()


def _lower_case(context: Context, found: Found) -> bool:
    return context.words[found.last - 1].text.islower()


def _clock(context: Context, found: Found) -> bool:
    if context.glued(found) and context.word(found.first - 1) not in "/–-":
        return False
    told = {"min", "q", "less", "half", "part", "part2"} & set(found.parts)
    if not told and found.parts["h"] <= NOON and _lasts(context, found):
        return False
    if told or re.search(r"\d\s*h|horas|hrs?\b|hs\b", context.text[found.start : found.end]):
        return True
    after, link = context.word(found.last), context.word(found.first - 2)
    if link == "de" and context.word(found.first - 3) in CLOCK_LINKS_OF:  # "a partir de las 20"
        link = "desde"
    in_words = not context.text[found.start].isdigit()
    if context.counts(found) or after in {"%", "mil", "/", "que"} or (after == "y" and in_words):
        return False
    return link in {"a", "desde", "hasta"} or (link in CLOCK_LINKS and after not in {"de", ","})


def _clock_point(context: Context, found: Found) -> bool:
    """Hours and minutes with a point, not "1.5 horas"."""
    return not context.glued(found) and POINTED.match(context.text, found.start) is not None


def _length_range(context: Context, found: Found) -> bool:
    """Not the hours of a day ("de 9.00 a 14.00 horas", "los sábados de 9 a 14 horas"), nor two ages: "5 y 7 años"."""
    if _has_and(context, found) and "entre" not in {context.word(found.first - back) for back in (1, 2)}:
        return False
    if found.parts["u"] != "TH":
        return True
    is_opening = context.word(found.first - 1) == "de" and (
        found.parts["n"] > found.parts["n2"] or _on_weekday(context, found.first - 1)
    )
    return not (is_opening or POINTED.match(context.text, found.start))


def _opening_hours(context: Context, found: Found) -> bool:
    """From one time of the day to another, not so many hours: "de 16 a 20 h", "de 22 a 5 horas"."""
    closes = "h1" in found.parts
    first, last = found.parts["h1" if closes else "h"], found.parts["h" if closes else "h2"]
    unit, opening = (found.last - 1, found.first - 3) if closes else (found.last + 2, found.first - 1)
    return context.word(unit) != "horas" or first > last or _on_weekday(context, opening)


def _on_weekday(context: Context, index: int) -> bool:
    """Whether a weekday stands before the word at an index, a comma aside."""
    return bool(DATED.match(context.word(index - 1 - (context.word(index - 1) == ","))))


def _lasts(context: Context, found: Found) -> bool:
    """Say whether "las dos horas de examen" tells how long, not "las 8 horas del lunes" when."""
    spoken = context.word(found.last - 1) in {"hora", "horas"} and context.word(found.last) == "de"
    following = context.words[found.last + 1 : found.last + 2]
    token = context.token(following[0]) if following else None
    return (
        spoken and token is not None and token.text.islower() and token.pos_ == "NOUN" and not DATED.match(token.text)
    )


def _duration(context: Context, found: Found) -> bool:
    text = context.text[found.start : found.end]
    unit = text.split()[-1]
    if unit == "segundo" and context.counts(found):
        return False  # "un segundo período"
    return unit.islower() or text.isupper() or not text[:1].isdigit()


def _bare_units(context: Context, found: Found) -> bool:
    return context.words[found.first].text.islower()


def _decade(context: Context, found: Found) -> bool:
    if context.word(found.first - 3) in {"cerca", "alrededor", "más", "menos", "mayores", "menores"}:
        return False  # "cerca de los 70"
    return found.parts["t"] % 10 == 0 and found.parts["t"] >= 10 and not context.counts(found)


def _decade_year(context: Context, found: Found) -> bool:
    """Not "los 2000 asistentes", and not "los años 2021 y 2022"."""
    return found.parts["y"] % 10 == 0 and context.word(found.last) != "y" and _year(context, found)


def _season_of(context: Context, found: Found) -> bool:
    """A season of sport, not one of a series: "la última temporada", "la próxima temporada de la serie"."""
    words = {word.text.lower() for word in context.words[found.first : found.last]}
    return "temporada" not in words or not (words & {"último", "última"} or context.word(found.last) == "de")


def _no_title(context: Context, found: Found) -> bool:
    """Not "el programa Hoy": a capital right after a word in small letters."""
    before = context.words[found.first - 1].text if found.first else ""
    return not (context.words[found.first].text.istitle() and before.isalpha() and before.islower())


def _tomorrow(context: Context, found: Found) -> bool:
    """After "de" only what a noun or a date has: "el partido de mañana", not "llegó de mañana"."""
    if context.word(found.first - 1) != "de" or context.word(found.first - 2) in {"partir", "antes", "después"}:
        return True
    token = context.token(context.words[found.first - 2]) if found.first > 1 else None
    return token is not None and token.pos_ == "NOUN"


def _daypart(context: Context, found: Found) -> bool:
    """Not "de la noche a la mañana"."""
    return not (context.word(found.first - 2) == "a" and context.word(found.first - 3) == "noche")


def _per_unit(context: Context, found: Found) -> bool:
    """Something counted shortly before is so often or so much "al año", "por día"."""
    start = max(found.first - 2 - RATE_WORDS, 0)
    before = context.words[start : found.first - 1]
    stops = [at for at, word in enumerate(before) if word.text in {".", ";", ":", "?", "!", "\n"}]
    amount = before[stops[-1] + 1 :] if stops else before
    is_speed = ROAD & {word.text.lower() for word in amount[-2:]}  # "100 kilómetros por hora"
    if context.word(found.first) == "día" and KEPT_UP & {word.text.lower() for word in amount[-3:]}:
        return False  # "se pusieron al día"
    if context.word(found.last) == "de" and context.word(found.last + 1).endswith(("ar", "er", "ir", "arse", "erse")):
        return False  # "al mes de ser detenidos"
    if context.word(found.first) == "hora" and (is_speed or context.word(found.first - 1) == "la"):
        return False
    return any(word.number is not None or word.text.lower() in RATES for word in amount)


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
    "near_day": _near_day,
    "lettered_day": _lettered_day,
    "one_word": _one_word,
    "short_day": _short_day,
    "consecutive": _consecutive,
    "day_range": _day_range,
    "daypart": _daypart,
    "per_unit": _per_unit,
    "between": _between,
    "month_range": _month_range,
    "month": _month,
    "named": _named,
    "lower_case": _lower_case,
    "clock": _clock,
    "clock_point": _clock_point,
    "opening_hours": _opening_hours,
    "length_range": _length_range,
    "duration": _duration,
    "bare_units": _bare_units,
    "decade": _decade,
    "decade_year": _decade_year,
    "season_of": _season_of,
    "no_title": _no_title,
    "tomorrow": _tomorrow,
    "present": _present,
    "past": _plain_noun,
    "future": _plain_noun,
    "frequency": _frequency,
}
