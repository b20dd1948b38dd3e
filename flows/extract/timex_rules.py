"""What the rules of ``data/times.yml`` mean: from a phrase found to its TIMEX3 type and value."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.extract.timex import (
    OPEN,
    at_grain,
    duration,
    easter_day,
    interval,
    nearest_year,
    shift,
    split_unit,
    vague_duration,
)

DAY_VALUE = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}|[\dX]{4}-W[\dX]{2}-\d")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase's value is read against."""

    text: str
    """The phrase, in lower case."""
    reference: dt.date | None
    """The day of publication."""
    told: str | None
    """The last date told before, as a TIMEX3 value."""
    told_exactly: str | None
    """The last day told before, which "el día siguiente" counts from."""
    told_in_sentence: str | None
    """The last day told before in the same sentence, which a clock time belongs to."""
    direction: int
    """What the verb's tense says: -1 past, 1 future, 0 neither."""
    within: str | None
    """The value of the phrase that this one is a part of: "marzo" in "marzo de este año"."""

    @property
    def told_day(self) -> dt.date | None:
        """The first day of the date told last, or the day of publication."""
        named = interval(self.told) if self.told else None
        return named[0] if named else self.reference

    @property
    def exact_day(self) -> dt.date | None:
        """The day told last, or the day of publication."""
        named = interval(self.told_exactly) if self.told_exactly else None
        return named[0] if named else self.reference

    @property
    def within_interval(self) -> tuple[dt.date, dt.date] | None:
        """The days of the phrase that this one is a part of."""
        return interval(self.within) if self.within else None


Parts = Mapping[str, Any]
Meaning = Callable[[Parts, Setting, Mapping[str, Any]], tuple[str, str] | None]


def calendar_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day with its month, in words or figures."""
    day = int(parts.get("d") or parts.get("o") or 0)
    month = int(parts.get("m") or parts.get("mf") or parts.get("mf2") or 0)
    year = _year(parts)
    if month > 12 or not 0 < day < 32:
        return None
    if year is None:
        if setting.reference is None:
            return "DATE", f"XXXX-{month:02}-{day:02}"
        year = nearest_year(setting.reference, month, day, _sure_direction(parts, setting, month))
    return _existing("DATE", f"{year:04}-{month:02}-{day:02}")


def dotted_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day in figures with points: 19.06.2023."""
    day, month, year = (int(part) for part in setting.text.split("."))
    return _existing("DATE", f"{_full_year(year):04}-{month:02}-{day:02}")


def day_number(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day of the month without the month: "el martes 14"."""
    day = int(parts["d"])
    if not 0 < day < 32:
        return None
    if setting.reference is None:
        return "DATE", f"XXXX-XX-{day:02}"
    direction = parts.get("rel") or setting.direction
    candidates = []
    for months in (-2, -1, 0, 1, 2):
        first = shift(setting.reference.replace(day=1), months, "M")
        if first is None:
            continue
        try:
            candidates.append(first.replace(day=day))
        except ValueError:
            continue
    if weekday := parts.get("w"):
        candidates = [one for one in candidates if one.isoweekday() == weekday] or candidates
    fitting = [one for one in candidates if (one - setting.reference).days * direction >= 0] or candidates
    if not fitting:
        return None
    return "DATE", min(fitting, key=lambda one: abs((one - setting.reference).days)).isoformat()  # type: ignore[operator]


def day_of(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day of a month that the words after it name: "el 10 de este mes"."""
    if setting.within is None or not re.fullmatch(r"[\dX]{4}-[\dX]{2}", setting.within):
        return None
    return _existing("DATE", f"{setting.within}-{int(parts['d']):02}")


def month(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A month, with its year or the one that the tense or nearness gives."""
    number = int(parts.get("m") or parts.get("mf") or 0)
    if not 0 < number < 13:
        return None
    year = _year(parts)
    if year is None and setting.within and (span := setting.within_interval):
        year = span[0].year
    if year is None:
        if setting.reference is None:
            return "DATE", f"XXXX-{number:02}"
        if setting.text.startswith("este") and "rel" not in parts:
            return "DATE", f"{setting.reference.year:04}-{number:02}"
        direction = _sure_direction(parts, setting, number)
        year = nearest_year(setting.reference, number, None, direction)
        if parts.get("rel") == -1 and (year, number) == (setting.reference.year, setting.reference.month):
            year -= 1
    return "DATE", f"{year:04}-{number:02}"


def year(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A year in figures or words."""
    return "DATE", f"{int(parts['y']):04}"


def decade(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A decade: "los años 90" is 199, "los 2000s" 200; of two digits, 20 and less are of this century."""
    if "y" in parts:
        return "DATE", f"{int(parts['y']) // 10:03}"
    tens = int(parts["t"])
    if tens % 10:
        return None
    return "DATE", f"{(2000 if tens <= 10 else 1900) // 10 + tens // 10}"


def century(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A century: "siglo XXI" is 20."""
    number = int(parts["n"])
    before_christ = re.search(r"\ba\W{0,2}c\b|antes", setting.text)
    return "DATE", f"BC{number - 1:02}" if before_christ else f"{number - 1:02}"


def quarter(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A quarter of a year."""
    return _year_part("Q", 4, parts.get("o") or parts.get("q") or parts.get("n"), parts, setting)


def half(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A half of a year."""
    return _year_part("H", 2, parts.get("o"), parts, setting)


def _year_part(letter: str, count: int, number: float | None, parts: Parts, setting: Setting) -> tuple[str, str] | None:
    if number is None or not 0 < number <= count:
        return None
    span = setting.within_interval
    known = _year(parts) or (span[0].year if span else None)
    year = known or (setting.reference.year if setting.reference else None)
    return "DATE", f"{year or 'XXXX'}-{letter}{int(number)}"


def season(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A season; which months it has depends on the hemisphere, so it names no days."""
    span = setting.within_interval
    known = _year(parts) or (span[0].year if span else None)
    if known is None and setting.reference:
        known = setting.reference.year + int(parts.get("rel") or 0)
    return "DATE", f"{known or 'XXXX'}-{parts['s']}"


def deictic(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "hoy", "ayer"; an apposition says it again more exactly ("hoy, 16 de mayo")."""
    return _days_off(int(parts.get("t", 0)), setting)


def tomorrow(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "mañana" as a day."""
    return _days_off(1, setting)


def tomorrow_after(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "pasado mañana"."""
    return _days_off(2, setting)


def before_yesterday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "antes de ayer"."""
    return _days_off(-2, setting)


def today(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "un día histórico": the day on which it is said."""
    return _days_off(0, setting)


def _days_off(offset: int, setting: Setting) -> tuple[str, str]:
    if setting.within and DAY_VALUE.fullmatch(setting.within):
        return "DATE", setting.within
    day = setting.reference and shift(setting.reference, offset, "D")
    return "DATE", day.isoformat() if day else OPEN["D"]


def last_night(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "anoche", "anteanoche"."""
    offset = -1 if setting.text == "anoche" else -2
    return "TIME", _days_off(offset, setting)[1] + "TNI"


def weekday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A weekday: the last, the next, or where neither words nor tense say it, the nearest."""
    number = int(parts["w"])
    if setting.within and (span := setting.within_interval):
        return "DATE", (span[0] + dt.timedelta(days=number - 1)).isoformat()
    if setting.within or setting.reference is None:
        return "DATE", f"XXXX-WXX-{number}"
    direction = setting.direction
    if setting.text.startswith("este") and (number - setting.reference.isoweekday()) % 7 == 1:
        direction = max(direction, 0)  # told on Friday, "este sábado" is tomorrow, whatever verb stands near
    return "DATE", _weekday(setting.reference, number, parts.get("rel"), direction).isoformat()


def _weekday(reference: dt.date, number: int, told: int | None, direction: int) -> dt.date:
    ahead = (number - reference.isoweekday()) % 7
    if told:
        return reference + dt.timedelta(days=(ahead or 7) if told > 0 else (ahead - 7))
    if direction == 0:
        direction = 1 if ahead <= 3 else -1
    if ahead == 0:
        return reference
    return reference + dt.timedelta(days=ahead if direction > 0 else ahead - 7)


def weekend(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A weekend: "el fin de semana pasado" is that of last week, also when told on a Sunday."""
    if setting.reference is None:
        return "DATE", OPEN["WE"]
    weeks = int(parts.get("rel") or 0)
    if not weeks and "este" not in setting.text and setting.direction < 0 and setting.reference.isoweekday() < 5:
        weeks = -1
    day = shift(setting.reference, weeks, "W")
    return ("DATE", at_grain(day, "WE")) if day else None


def unit_relative(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "esta semana", "el mes pasado", "el año que viene"; "el último año" is the length that ends now."""
    unit, offset = str(parts["u"]), int(options["offset"])
    if setting.within:
        return "DATE", setting.within
    if setting.text.startswith(("último", "última")):
        return "DURATION", duration({"Q": 3, "H": 6}.get(unit, 1), "M" if unit in "QH" else unit)
    beside_told = re.search(r"\b(anterior|siguiente)\b", setting.text)
    anchor = setting.told_day if beside_told else setting.reference
    if anchor is None:
        return "DATE", OPEN[unit]
    step, letter = {"Q": (3, "M"), "H": (6, "M")}.get(unit, (1, unit))
    day = shift(anchor.replace(day=1) if letter != "W" else anchor, step * offset, letter)
    return ("DATE", at_grain(day, unit)) if day else None


def year_offset(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el año antepasado"."""
    return "DATE", f"{setting.reference.year + int(options['offset']):04}" if setting.reference else "XXXX"


def edge(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "mediados de junio": TIMEX3 writes the edge as a modifier, the value is that of the whole."""
    return ("DATE", setting.within) if setting.within else None


def ago(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "hace dos años", "dentro de tres meses": as coarse as its unit unless it says "exactamente"."""
    amount = float(parts.get("n") or ("half" in parts and setting.text.endswith(("medio", "media"))) or 0)
    amount += float(parts.get("half") or 0)
    unit = str(parts["u"])
    letter = split_unit(unit)[1]
    if letter.startswith("T"):
        return "DURATION", duration(amount, unit)
    if setting.reference is None:
        return "DATE", OPEN[letter]
    day = shift(setting.reference, amount * int(options["direction"]), unit)
    if day is None:
        return None
    grain = "D" if "exact" in parts else letter
    if letter == "Y" and amount != int(amount):
        grain = "M"
    return "DATE", at_grain(day, grain)


def duration_of(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A length of time; as part of a date ("los últimos tres meses de 2022") it lies within that."""
    if setting.within:
        return "DATE", setting.within
    half = float(parts.get("half") or 0)
    amount = float(parts.get("n") or (1 if not half or re.search(r"\by med", setting.text) else 0)) + half
    if "n2" not in parts:
        return "DURATION", duration(amount, str(parts["u"]))
    first, second = duration(amount, str(parts["u"])), duration(float(parts["n2"]), str(parts["u2"]))
    if first.startswith("PT") and second.startswith("PT"):
        return "DURATION", first + second[2:]
    return "DURATION", first + second[1:]


def duration_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A length between two: "10 y 15 años"."""
    unit = str(parts["u"])
    return "DURATION", f"{duration(float(parts['n']), unit)}/{duration(float(parts['n2']), unit)}"


def quarter_hours(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "un cuarto de hora"."""
    return "DURATION", f"PT{int(15 * float(parts.get('n') or 1))}M"


def duration_vague(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A length that no number tells: "muchos años", "los últimos meses"."""
    if setting.within:
        return "DATE", setting.within
    return "DURATION", vague_duration(str(parts["u"]))


def duration_unknown(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "mucho tiempo"."""
    return "DURATION", "PXX"


def present_ref(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "ahora", "en la actualidad"."""
    return "DATE", "PRESENT_REF"


def past_ref(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "recientemente", "en el pasado"."""
    return "DATE", "PAST_REF"


def future_ref(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "pronto", "en el futuro"."""
    return "DATE", "FUTURE_REF"


def then(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "entonces": the date told last."""
    return "DATE", setting.told or "PAST_REF"


def that_unit(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "ese año", "ese mismo día": the unit that the date told last lies in."""
    unit = str(parts["u"])
    day = setting.exact_day if unit == "D" else setting.told_day
    if day is None:
        return "DATE", OPEN[unit]
    return "DATE", at_grain(day, unit)


def that_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el día siguiente": beside the day told last."""
    day = setting.exact_day
    moved = shift(day, int(options["offset"]), "D") if day else None
    return "DATE", moved.isoformat() if moved else OPEN["D"]


def that_weekday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "aquel lunes": in the year or week of the date told last, as far as that is known."""
    number = int(parts["w"])
    span = interval(setting.told) if setting.told else None
    if span is None:
        return "DATE", f"XXXX-WXX-{number}"
    if (span[1] - span[0]).days < 7:
        day = span[0] + dt.timedelta(days=number - span[0].isoweekday())
        return "DATE", day.isoformat()
    return "DATE", f"{span[0].year:04}-WXX-{number}"


def ordinal_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el segundo día" of what began on the day told last."""
    day = setting.exact_day
    moved = shift(day, int(parts["o"]) - 1, "D") if day else None
    return "DATE", moved.isoformat() if moved else OPEN["D"]


def later(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "dos meses después" of the date told last; a duration where none was told."""
    amount, unit = float(parts["n"]) + float(parts.get("half") or 0), str(parts["u"])
    letter = split_unit(unit)[1]
    span = interval(setting.told) if setting.told else None
    if span is None or letter.startswith("T"):
        return "DURATION", duration(amount, unit)
    day = shift(span[0], -amount if setting.text.endswith("antes") else amount, unit)
    return ("DATE", at_grain(day, letter)) if day else None


def every_weekday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada lunes"."""
    return "SET", f"XXXX-WXX-{int(parts['w'])}"


def every_weekdays(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "de lunes a viernes"."""
    return "SET", f"XXXX-WXX-{int(parts['w'])}/XXXX-WXX-{int(parts['w2'])}"


def every(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada dos años", "todos los días", "al año"."""
    return "SET", duration(float(parts.get("n") or 1), str(parts["u"]))


def every_weekend(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada fin de semana"."""
    return "SET", OPEN["WE"]


def every_month(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada mayo"."""
    return "SET", f"XXXX-{int(parts['m']):02}"


def daily(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada noche"."""
    return "SET", "P1D"


def frequency(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "diariamente", "a diario"."""
    return "SET", str(parts.get("f") or "P1D")


def holiday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A holiday on a fixed day, or so many days from Easter Sunday; without a year the nearest."""
    span = setting.within_interval
    year = span[0].year if span else None
    if "easter" in options:
        year = year or (setting.reference.year if setting.reference else None)
        if year is None:
            return "DATE", "XXXX"
        first, last = (easter_day(year, offset) for offset in options["easter"])
        return "DATE", first.isoformat() if first == last else f"{first}/{last}"
    month, day = (int(part) for part in options["month_day"].split("-"))
    if year is None and setting.reference:
        year = nearest_year(setting.reference, month, day, setting.direction)
    return "DATE", f"{year or 'XXXX'}-{options['month_day']}"


def year_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "2020 y 2022", "2019/20"."""
    first = int(parts["y"])
    last = int(parts["z"]) if "z" in parts else first // 100 * 100 + int(parts["z2"])
    return ("DATE", f"{first:04}/{last:04}") if first < last else None


def day_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "3 al 5 de mayo", "28 de abril al 3 de mayo"."""
    last_month = int(parts.get("m2") or parts["m"])
    last = calendar_day({**parts, "d": parts["e"], "m": last_month}, setting, options)
    if last is None:
        return None
    year, first_month = last[1][:4], int(parts["m"])
    if "y0" in parts:
        year = f"{int(parts['y0']):04}"
    elif first_month > last_month and year.isdigit():
        year = f"{int(year) - 1:04}"
    return "DATE", f"{year}-{first_month:02}-{int(parts['d']):02}/{last[1]}"


def month_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "enero a marzo de 2024"."""
    last = month({**parts, "m": parts["m2"]}, setting, options)
    if last is None:
        return None
    year = last[1][:4]
    if int(parts["m"]) > int(parts["m2"]) and year.isdigit():
        year = f"{int(year) - 1:04}"
    return "DATE", f"{year}-{int(parts['m']):02}/{last[1]}"


def clock(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A time of day, on the day that it is told with."""
    if "dec" in parts:
        hour_text, _, minute_text = re.match(r"(\d+)([.,])(\d+)", setting.text).groups()  # type: ignore[union-attr]
        if len(minute_text) != 2:
            return None
        hour, minutes = int(hour_text), int(minute_text)
    else:
        hour, minutes = int(parts["h"]), int(parts.get("min") or parts.get("q") or 0)
        if "less" in parts:
            hour, minutes = hour - 1, 60 - int(parts["less"])
    hour = _afternoon(hour, parts, setting.text)
    if not (0 <= hour <= 24 and 0 <= minutes < 60):
        return None
    return "TIME", f"{_day_of_time(setting)}T{hour:02}:{minutes:02}"


def _afternoon(hour: int, parts: Parts, text: str) -> int:
    half = parts.get("half", parts.get("part", parts.get("part2")))
    if half is None or hour > 12:
        return hour
    if half in (0, "MO") or (half == "NI" and "madrugada" in text):
        return 0 if hour == 12 else hour
    if hour == 12:
        return 0 if re.search(r"\bnoche\b", text) else 12
    return hour + 12 if hour >= 1 and not ("mediod" in text and hour == 11) else hour


def noon(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "mediodía", "medianoche"."""
    return "TIME", f"{_day_of_time(setting)}T{'12:00' if re.search('medio ?d', setting.text) else '24:00'}"


def daypart(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A part of the day: MO, MI, AF, EV, NI."""
    return "TIME", f"{_day_of_time(setting)}T{parts['p']}"


def weekday_part(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "lunes por la noche", "ayer por la tarde"."""
    day = weekday(parts, setting, options) if "w" in parts else _days_off(int(parts.get("t", 1)), setting)
    return ("TIME", f"{day[1]}T{parts['p']}") if day else None


def day_daypart(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "15 de febrero por la mañana"."""
    day = calendar_day(parts, setting, options)
    return ("TIME", f"{day[1]}T{parts['p']}") if day else None


def _day_of_time(setting: Setting) -> str:
    told = setting.within or setting.told_in_sentence
    if told and DAY_VALUE.fullmatch(told.partition("T")[0]):
        return told.partition("T")[0]
    return setting.reference.isoformat() if setting.reference else OPEN["D"]


def _year(parts: Parts) -> int | None:
    if "y" in parts:
        return int(parts["y"])
    return _full_year(int(parts["y2"])) if "y2" in parts else None


def _full_year(number: int) -> int:
    """Complete a year of two digits: up to 49 it is of this century."""
    return number if number >= 100 else number + (2000 if number < 50 else 1900)


def _sure_direction(parts: Parts, setting: Setting, month: int) -> int:
    """Take the words' direction, or the tense's where nearness would leave it open (more than four months off)."""
    told = int(parts.get("rel") or 0)
    if told or setting.reference is None:
        return told
    distance = (month - setting.reference.month) % 12
    return setting.direction if 1 <= distance <= 11 else 0


def _existing(time_type: str, value: str) -> tuple[str, str] | None:
    return (time_type, value) if "X" in value or interval(value) else None


MEANINGS: Mapping[str, Meaning] = {
    function.__name__: function
    for function in (
        calendar_day, dotted_day, day_number, day_of, month, year, decade, century, quarter, half, season, deictic,
        tomorrow, tomorrow_after, before_yesterday, today, last_night, weekday, weekend, unit_relative, year_offset,
        edge, ago, duration_range, quarter_hours, duration_vague, duration_unknown, present_ref, past_ref, future_ref,
        then,
        that_unit, that_day, that_weekday, ordinal_day, later, every_weekday, every_weekdays, every, every_weekend,
        every_month, daily, frequency, holiday, year_range, day_range, month_range, clock, noon, daypart, weekday_part,
        day_daypart,
    )
} | {"duration": duration_of}  # fmt: skip
"""The functions by the names that rules call them by."""
