"""What each table promised at the schema's version: a change needs a new version, and a line in its changelog.

After a change that is meant: raise SCHEMA_VERSION, write the line, then `python -m tests.schemas.test_versioning`.
"""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from schemas import ALL_TABLES, Table
from schemas.registry import Registry
from schemas.table import SCHEMA_VERSION, table_name
from schemas.versioning import Level, bumped, change_level, describe

GOLDEN = Path(__file__).parent / "golden"
CHANGELOG = Path(__file__).parents[2] / "schemas" / "CHANGELOG.md"
PROMISED: dict[str, type[Table]] = {**ALL_TABLES, table_name(Registry): Registry}
QUOTES = describe(ALL_TABLES["quotes"])


def golden():
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLDEN.glob("*.json"))}


def order(version):
    return tuple(int(part) for part in version.split("."))


def faults(old, version):
    """What is wrong with today's schemas after those of ``old``, whose version is in each."""
    before = max((table["schema_version"] for table in old.values()), key=order, default="0.0.0")
    level = max(
        change_level(_promise(old.get(name)), describe(PROMISED[name]) if name in PROMISED else None)
        for name in old.keys() | PROMISED.keys()
    )
    if order(version) < order(bumped(before, level)):
        return f"a {level.name} change needs version {bumped(before, level)} or later; SCHEMA_VERSION is {version}"
    return ""


def _promise(table):
    return None if table is None else {key: value for key, value in table.items() if key != "schema_version"}


def write_golden():
    fault = faults(golden(), SCHEMA_VERSION)
    if fault:
        raise SystemExit(fault)
    GOLDEN.mkdir(exist_ok=True)
    for path in GOLDEN.glob("*.json"):
        path.unlink()
    for name, table in PROMISED.items():
        text = json.dumps({"schema_version": SCHEMA_VERSION} | describe(table), indent=1, ensure_ascii=False)
        (GOLDEN / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def test_schema_breaks_no_promise_of_its_version():
    assert faults(golden(), SCHEMA_VERSION) == ""


@pytest.mark.parametrize("name", PROMISED)
def test_schema_is_what_its_golden_file_says(name):
    assert golden()[name] == {"schema_version": SCHEMA_VERSION} | describe(PROMISED[name])


def test_changelog_has_the_version():
    assert f"\n## {SCHEMA_VERSION}\n- " in CHANGELOG.read_text(encoding="utf-8")


def changed(**columns):
    table = copy.deepcopy(QUOTES)
    for name, values in columns.items():
        if values is None:
            del table["columns"][name]
        else:
            table["columns"][name] = table["columns"].get(name, table["columns"]["cue"]) | values
    return table


@pytest.mark.parametrize(
    ("new", "level"),
    [
        (QUOTES, Level.NONE),
        (None, Level.MAJOR),
        (QUOTES | {"key": ["article_id"]}, Level.MAJOR),
        (changed(cue=None), Level.MAJOR),
        (changed(char_start={"type": "BIGINT"}), Level.MAJOR),
        (changed(article_id={"null": True}), Level.MAJOR),
        (changed(quote_type={"vocabulary": ["direct"]}), Level.MAJOR),
        (changed(mood={"null": False}), Level.MAJOR),
        (changed(mood={"null": True}), Level.MINOR),
        (changed(quote_type={"vocabulary": ["direct", "indirect", "mixed", "thought"]}), Level.MINOR),
        (changed(cue={"description": "Other words."}), Level.PATCH),
    ],
)
def test_change_level_of_a_change(new, level):
    assert change_level(QUOTES, new) == level


def test_change_level_of_a_new_table_is_minor():
    assert change_level(None, QUOTES) == Level.MINOR


def test_a_break_without_major_version_is_refused():
    old: dict[str, Any] = {name: {"schema_version": "1.4.0"} | describe(table) for name, table in PROMISED.items()}
    old["quotes"]["columns"]["mood"] = old["quotes"]["columns"]["cue"]
    assert faults(old, "1.5.0") == "a MAJOR change needs version 2.0.0 or later; SCHEMA_VERSION is 1.5.0"
    assert faults(old, "2.0.0") == ""


if __name__ == "__main__":
    write_golden()
