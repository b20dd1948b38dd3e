"""Others' test cases for Spanish dates: floors of what is read, over all cases that have an equivalent in TIMEX3."""

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from flows.extract.times import extract_times
from flows.records import Article, Findings, TimeExpression

if TYPE_CHECKING:
    from spacy.language import Language

FIXTURES = Path(__file__).parents[2] / "fixtures" / "times"
DUCKLING_DAY = dt.date(2013, 2, 12)


def load(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.load((FIXTURES / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return rows


def read(nlp: "Language", texts: list[str], days: list[dt.date | None]) -> list[tuple[TimeExpression, ...]]:
    found = []
    for doc, day in zip(nlp.pipe(texts, batch_size=64), days, strict=True):
        article = Article(article_id="a_1", source_path="1.txt", text=doc.text, published_on=day)
        found.append(extract_times(doc, Findings(article=article, sentence_count=1, layout=())).times)
    return found


def test_recognizers_spans_and_values_stay_above_their_floors(nlp: "Language"):
    cases = load("recognizers.yml")
    days = [dt.date.fromisoformat(case["reference"]) if case["reference"] else None for case in cases]
    told = found = hits = valued = right = 0
    for case, times in zip(cases, read(nlp, [case["text"] for case in cases], days), strict=True):
        found += len(times)
        for row in case["expected"]:
            over = [time for time in times if time.char_start < row["end"] and row["start"] < time.char_end]
            told, hits = told + 1, hits + bool(over)
            if "left_out" not in row:
                valued, right = valued + 1, right + any(same_value(time, row) for time in over)
    print(f"recognizers: recall {hits / told:.3f} of {told}, precision {hits / found:.3f}")  # noqa: T201
    print(f"recognizers: values {right / valued:.3f} of {valued}")  # noqa: T201
    assert 2 * hits / (told + found) >= 0.84
    assert right / valued >= 0.65


def same_value(time: TimeExpression, row: dict[str, Any]) -> bool:
    """The same TIMEX3 value, the same days, the same clock time, or the same length."""
    value = time.value
    return (
        value in row["timex"]
        or (time.time_type == "DATE" and [str(time.starts_on), str(time.ends_on)] in row["days"])
        or any(one.startswith("XXXX-") and one[4:] == value[4:] for one in row["timex"])
        or any(same_range(value, one) for one in row["timex"])
        or (time.time_type == "TIME" and clock_of(value) in {clock_of(one) for one in row["timex"]})
        or (time.time_type == "DURATION" and any(same_length(value, one) for one in row["timex"]))
    )


def same_range(value: str, other: str) -> bool:
    """A range's ends: "2008/2010" is their (2008-01-01,2010-01-01,P2Y), which leaves the last year out."""
    ends = re.fullmatch(r"\(([^,]+),([^,]+),.*\)", other)
    first, slash, last = value.partition("/")
    if ends is None or not slash:
        return False
    return all(
        theirs.startswith(ours) or (theirs.startswith("XXXX") and theirs[4:].startswith(ours[4:]))
        for ours, theirs in ((first, ends[1]), (last, ends[2]))
    )


def clock_of(value: str) -> str:
    """The clock time of a value; "tarde" is AF here and EV there, and whole hours have no minutes there."""
    day, _, clock = value.partition("T")
    return clock.replace("AF", "EV").removesuffix(":00") if not day.startswith("P") else ""


def same_length(value: str, other: str) -> bool:
    """PT1.5H is PT1H30M, and a range's length counts where the words give that alone."""
    return other.endswith(f",{value})") or LENGTHS.get(other) == value


LENGTHS = {"PT1.5H": "PT1H30M", "P3.5Y": "P42M", "PT1H30M": "PT1H30M"}


def test_duckling_examples_stay_above_their_floor(nlp: "Language"):
    cases = [case for case in load("duckling.yml") if "left_out" not in case]
    texts = [f"Se reunirá {case['text']}." for case in cases]
    right = [
        any(same_moment(time, case) for time in times)
        for case, times in zip(cases, read(nlp, texts, [DUCKLING_DAY] * len(cases)), strict=True)
    ]
    wrong = [case["text"] for case, is_right in zip(cases, right, strict=True) if not is_right]
    print(f"duckling: {sum(right) / len(right):.3f} of {len(right)}; wrong: {wrong}")  # noqa: T201
    assert sum(right) / len(right) >= 0.85


def same_moment(time: TimeExpression, case: dict[str, Any]) -> bool:
    """The value lies where duckling's does, at its own grain; hours without a half of the day agree on the dial."""
    year, month, day, hour, minute, _ = case["start"]
    start = dt.date(year, month or 1, day or 1)
    if time.value == "PRESENT_REF":
        return start == DUCKLING_DAY
    if "end" in case and time.time_type == "DURATION":
        return True  # "los próximos tres días": a length in TIMEX3, which the words give
    if time.time_type == "TIME":
        clock = re.fullmatch(r"(\d\d):(\d\d)", time.value.partition("T")[2])
        if clock is None:
            return time.starts_on == start
        return bool(int(clock[1]) % 12 == hour % 12 and int(clock[2]) == minute)
    if time.starts_on is None or time.ends_on is None:
        return time.value == "2013-W07-WE"
    return time.starts_on <= start <= time.ends_on and (case["grain"] != "Day" or time.value.count("-") > 0)
