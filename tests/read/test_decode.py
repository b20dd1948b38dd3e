import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.read.decode import decode, repair
from flows.text import normalise

TEXT = "El Perú pidió «más pan»: ¿quién dirá que no? —dijo la señora Núñez, «sin ironía»…"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp850", "mac_roman"]
)
def test_decode_finds_the_encoding(encoding):
    text = "".join(char for char in TEXT if char.encode(encoding, "ignore"))
    assert normalise(decode(text.encode(encoding)) or "") == text


def test_decode_reads_utf8_with_foreign_crumbs_and_a_cut_end():
    content = TEXT.encode() + "\nNúñez".encode("cp1252") + "ñ".encode()[:1]
    assert decode(content) == TEXT + "\nNúñezÃ"


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 40, bytes(range(256)) * 3])
def test_decode_gives_none_for_what_is_no_text(content):
    assert decode(content) is None


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_repair_puts_mojibake_right(wrong):
    text = "El Perú pidió más: ¿quién dirá que no? La señora Núñez."
    assert repair(text.encode().decode(wrong)) == text


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "‘comillas’ “raras” ﬁn…",
        "&amp; no es nuestro",
        "São Paulo, Bogotá, Â, Ã",
        "ANTÓN ÂNGELO",
        "El ŸES",
        "20 × 30 √2",
    ],
)
def test_repair_leaves_what_is_right(text):
    assert repair(text) == text


def test_normalise_keeps_offsets_over_control_characters_and_half_surrogates():
    assert normalise("a\0b\x1bc\x85d\ud800e\tf\n") == "a b c d\ufffde\tf\n"
    assert normalise("\ud83c\udf5e") == "🍞"


@given(st.text())
def test_normalise_twice_changes_nothing(text):
    once = normalise(text)
    assert normalise(once) == once
    assert "\0" not in once.encode().decode()


@given(st.binary(max_size=400))
def test_decode_never_raises(content):
    text = decode(content)
    assert text is None or isinstance(text, str)
