"""What may be shown of a text whose terms withhold it."""

from hypothesis import given
from hypothesis import strategies as st

from flows.publish.explorer.pieces import Span, text_pieces

TEXT = "Ana Ríos dijo: «No habrá peajes» ante 300 vecinos de Lima."


def span(start, end, text=TEXT):
    return Span(start, end, text[start:end], 0, "PER", None, None)


def test_text_pieces_shows_a_free_text_whole():
    assert text_pieces(TEXT, [span(0, 8)]) == [(0, 0, TEXT)]


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)), max_size=12))
def test_text_pieces_shows_what_the_spans_cover_and_no_more(found):
    spans = sorted((span(start, min(start + length, len(TEXT))) for start, length in found), key=lambda s: s.start)
    shown = {start + at: char for start, _, text in text_pieces(None, spans) for at, char in enumerate(text)}
    assert shown == {at: TEXT[at] for one in spans for at in range(one.start, one.end)}
