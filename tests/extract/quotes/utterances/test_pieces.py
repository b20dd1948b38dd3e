"""Pieces: what an utterance is read in."""

from spacy.language import Language

from flows.extract.quotes.marks.quotation import marked_spans
from flows.extract.quotes.utterances.pieces import Piece, fold


def pieces_of(nlp: Language, text: str) -> list[Piece]:
    doc = nlp(text)
    return list(fold(doc, range(len(doc)), list(marked_spans(text, 0, len(text)))))


def test_fold_makes_a_stretch_in_marks_one_piece(nlp: Language) -> None:
    text = "«No hay pan», dijo Ana Vela."
    first, *others = pieces_of(nlp, text)
    assert first.mark is not None
    assert (first.pos, text[first.start : first.end]) == ("MARK", "«No hay pan»")
    assert [piece.lower for piece in others] == [",", "dijo", "ana", "vela", "."]


def test_fold_parts_a_dash_from_the_word_that_it_clings_to(nlp: Language) -> None:
    assert [piece.lower for piece in pieces_of(nlp, "El molino -dice Vela- gira.")][2:5] == ["-", "dice", "vela"]


def test_piece_tells_the_form_of_its_verb(nlp: Language) -> None:
    found = pieces_of(nlp, "El alcalde quiso abrir el molino cerrado.")
    assert [piece.lower for piece in found if piece.is_finite] == ["quiso"]
    assert [piece.lower for piece in found if piece.is_infinitive] == ["abrir"]
    assert [piece.lower for piece in found if piece.is_participle] == ["cerrado"]
    assert [piece.lower for piece in found if piece.is_capital] == ["el"]
