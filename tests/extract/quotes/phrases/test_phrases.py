"""Noun phrases: where they end, whom they name, and which is a verb's subject."""

import pytest
from spacy.language import Language

from flows.extract.quotes.cues.reporting import find_cues
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.brackets import closing_bracket, opening_bracket
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.prepositions import complement_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.times import is_time
from flows.extract.quotes.phrases.unnamed_members import body_of_members
from flows.extract.quotes.subjects.before import subject_before
from flows.extract.quotes.utterances.pieces import fold

NAMES = {"Elena Vidal": "PER", "Luis Prado": "PER", "Radio Norte": "ORG"}


def pieces_of(nlp: Language, text: str) -> NamedPieces:
    spans = [(text.index(name), text.index(name) + len(name), kind) for name, kind in NAMES.items() if name in text]
    doc = nlp(text)
    return NamedPieces(
        fold(doc, range(len(doc)), []),
        lambda start, end: next((kind for first, last, kind in spans if first < end and start < last), None),
    )


def words(pieces: NamedPieces, first: int, stop: int) -> str:
    return " ".join(piece.lower for piece in pieces[first:stop])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("la portavoz del puerto llegó tarde", "la portavoz del puerto"),
        ("la alcaldesa y diputada Elena Vidal llegó", "la alcaldesa y diputada elena vidal"),
        ("la portavoz del puerto, Elena Vidal, llegó", "la portavoz del puerto , elena vidal"),
        ("el diputado Luis Prado (Teruel) llegó", "el diputado luis prado ( teruel )"),
    ],
)
def test_nominal_end_of_a_subject(nlp: Language, text: str, phrase: str) -> None:
    pieces = pieces_of(nlp, text)
    assert words(pieces, 0, nominal_end(pieces, 0, is_subject=True)) == phrase


def test_nominal_end_leaves_a_name_set_off_where_no_subject_is_sought(nlp: Language) -> None:
    pieces = pieces_of(nlp, "la portavoz del puerto, Elena Vidal, llegó")
    assert words(pieces, 0, nominal_end(pieces, 0)) == "la portavoz del puerto"


def test_complement_end_of_an_outlet_leaves_who_speaks_to_it(nlp: Language) -> None:
    pieces = pieces_of(nlp, "dijo a Radio Norte Elena Vidal")
    assert words(pieces, 2, complement_end(pieces, 2)) == "radio norte"


def test_phrase_after_goes_past_times_and_listeners(nlp: Language) -> None:
    text = "dijo el lunes a la prensa la portavoz del puerto"
    found = phrase_after(pieces_of(nlp, text), 1)
    assert found is not None
    assert text[found.start : found.end] == "la portavoz del puerto"


@pytest.mark.parametrize(
    ("text", "is_source"),
    [
        ("la portavoz del puerto", True),
        ("Elena Vidal", True),
        ("ella", True),
        ("la puerta del garaje", False),
        ("portavoz", False),
        ("vecinos", True),
    ],
)
def test_names_source_tells_who_can_speak(nlp: Language, text: str, is_source: bool) -> None:
    pieces = pieces_of(nlp, text)
    assert names_source(pieces, 0, len(pieces)) is is_source


@pytest.mark.parametrize(
    ("text", "expected"), [("la semana pasada", True), ("el 3 de abril", True), ("la portavoz", False)]
)
def test_is_time_tells_when(nlp: Language, text: str, expected: bool) -> None:
    pieces = pieces_of(nlp, text)
    assert is_time(pieces, 0, len(pieces)) is expected


def test_brackets_find_each_other(nlp: Language) -> None:
    pieces = pieces_of(nlp, "Elena Vidal (Teruel) llegó")
    assert (closing_bracket(pieces, 2), opening_bracket(pieces, 4)) == (4, 2)
    assert closing_bracket(pieces_of(nlp, "Elena Vidal (Teruel llegó"), 2) is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Elena Vidal, portavoz del puerto, dijo que llueve", "Elena Vidal, portavoz del puerto"),
        ("Luis Prado, de 40 años, quien dijo que llueve", "Luis Prado"),
        ("Tras reunir a todos, Elena Vidal dijo que llueve", "Elena Vidal"),
    ],
)
def test_subject_before_is_that_of_the_clause(nlp: Language, text: str, subject: str) -> None:
    pieces = pieces_of(nlp, text)
    found = subject_before(pieces, next(cue for cue in find_cues(pieces) if cue.verb is not None))
    assert found is not None
    assert text[found.start : found.end] == subject


def test_body_of_members_needs_a_plural_verb(nlp: Language) -> None:
    for verb, body in (("dijeron", "el Ministerio"), ("dijo", None)):
        text = f"{verb} en el Ministerio"
        pieces = pieces_of(nlp, text)
        found = body_of_members(pieces, find_cues(pieces)[0])
        assert (text[found.start : found.end] if found else None) == body
