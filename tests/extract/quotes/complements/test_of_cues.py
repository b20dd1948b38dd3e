"""What a cue governs, past the words that stand between."""

import pytest
from spacy.language import Language

from flows.extract.quotes.complements.of_cues import complement_of
from flows.extract.quotes.cues.reporting import find_cues
from flows.extract.quotes.marks.quotation import marked_spans
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.utterances.pieces import fold


@pytest.mark.parametrize(
    ("text", "kind", "begins"),
    [
        ("Dijo a los vecinos que no hay agua", "clause", "no"),
        ("Dijo ayer a la prensa el ministro que no hay agua", "clause", "no"),
        ("Preguntó a la alcaldesa si hay agua", "clause", "hay"),
        ("Prometió no cerrar el molino", "clause", "no"),
        ("Aclaró: en el pueblo hay dos molinos", "clause", "en"),
        ("Dijo: «No hay agua»", "colon", "«No"),
        ("Elogió su «enorme paciencia»", "mark", "«enorme"),
        ("Advirtió sobre un posible derrumbe", "content", "un"),
        ("Contó haber visto el río", "clause", "haber"),
        ("Se comprometió a limpiar el río", "clause", "limpiar"),
        ("Pidió se limpie el río", "clause", "se"),
        ("Denunció el robo de un carro", "matter", "el"),
        ("La alcaldesa tildó al juez de cobarde", "content", "cobarde"),
        ("Demostró ser capaz de saltar", None, None),
        ("Denunció los hechos ante el juez", None, None),
        ("Los votos se cuentan si llegan a tiempo", None, None),
        ("Felicitó a los vecinos que ayudaron", None, None),
        ("Dijo adiós ya que llovía", None, None),
    ],
)
def test_complement_of_begins_with_what_was_said(
    nlp: Language, text: str, kind: str | None, begins: str | None
) -> None:
    doc = nlp(text)
    pieces = NamedPieces(fold(doc, range(len(doc)), list(marked_spans(text, 0, len(text)))), lambda start, end: None)
    found = complement_of(find_cues(pieces)[0], pieces)
    assert (found and found.kind) == kind
    assert found is None or text[pieces[found.at].start :].split()[0] == begins


def test_complement_of_keeps_the_subject_that_it_crosses(nlp: Language) -> None:
    text = "Dijo ayer a la prensa el ministro que no hay agua"
    doc = nlp(text)
    pieces = NamedPieces(fold(doc, range(len(doc)), []), lambda start, end: None)
    found = complement_of(find_cues(pieces)[0], pieces)
    assert found is not None
    assert found.subject is not None
    assert text[found.subject.start : found.subject.end] == "el ministro"
