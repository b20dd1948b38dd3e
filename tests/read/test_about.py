import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.read.about import Claims, load_data, patterns, read_claims
from flows.read.dates import find_date, parse_date

EXAMPLES = [
    (field, number, entry) for field, entries in load_data().items() for number, entry in enumerate(entries)
]  # fmt: skip
TOLD = "El pan subió el lunes en toda la ciudad.\nNadie protestó por la subida, dijo la alcaldesa.\n"


@pytest.mark.parametrize(("field", "number", "entry"), EXAMPLES)
def test_each_pattern_finds_the_value_of_its_example(field, number, entry):
    match = patterns()[field][number].search(entry["example"])
    assert match is not None
    if "value" in entry:
        value = match[field].strip()
        assert (find_date(value) if isinstance(entry["value"], dt.date) else value) == entry["value"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOLD, Claims()),
        (f"Sube el pan\n{TOLD}", Claims(title="Sube el pan")),
        (f"Por Ana Paz / Quito\n{TOLD}", Claims(byline="Ana Paz")),
        (f"{TOLD}Con información de EFE y AFP", Claims(credited_outlets=("AFP", "EFE"))),
        (f"{TOLD}REUTERS", Claims(credited_outlets=("Reuters",))),
        (f"QUITO, 3 may. 2023 (EFE).- {TOLD}", Claims(published_on=dt.date(2023, 5, 3), credited_outlets=("EFE",))),
        (f"{TOLD}Foto: Ana Paz / EFE", Claims()),
        (f"{TOLD}Este texto fue traducido por inteligencia artificial.", Claims(machine_translated=True)),
        (
            f"{TOLD}Esta nota fue escrita originalmente en portugués por Ana Paz para nuestro diario hermano El Mar.",
            Claims(byline="Ana Paz", translated_from="pt", credited_outlets=("El Mar",)),
        ),
        (f"Última actualización: 04/05/2023 10:30\n{TOLD}", Claims(updated_on=dt.date(2023, 5, 4))),
        (f"{TOLD}La alcaldesa fue traducida al inglés por la televisión.\n{TOLD}", Claims()),
    ],
)
def test_read_claims_reads_what_a_text_says_of_itself(text, expected):
    assert read_claims(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-05-03", dt.date(2023, 5, 3)),
        ("2023-05-03T23:59:59Z", dt.date(2023, 5, 3)),
        ("20230503T120000", dt.date(2023, 5, 3)),
        ("03/05/2023", dt.date(2023, 5, 3)),
        ("3 de mayo de 2023", dt.date(2023, 5, 3)),
        ("3 de septiembre del 2023", dt.date(2023, 9, 3)),
        ("Wed, 03 May 2023 10:00:00 GMT", dt.date(2023, 5, 3)),
        (1683072000, dt.date(2023, 5, 3)),
        (1683072000000.0, dt.date(2023, 5, 3)),
        (dt.datetime(2023, 5, 3, 12, tzinfo=dt.UTC), dt.date(2023, 5, 3)),
        ("31/02/2023", None),
        ("0000-00-00", None),
        ("ayer", None),
        ("", None),
        (None, None),
        (True, None),
        (["2023"], None),
    ],
)
def test_parse_date_reads_what_crawlers_write(value, expected):
    assert parse_date(value) == expected


@given(
    st.one_of(st.text(), st.integers(), st.floats(), st.binary(), st.from_regex(r"\d{1,4}[-/. ]\d{1,4}[-/. ]\d{1,5}"))
)
def test_parse_date_never_raises(value):
    found = parse_date(value)
    assert found is None or 1800 <= found.year <= 2199 or not isinstance(value, str)
