import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.nlp.layout import load_data, paragraphs

LINES = [
    (kind, entry["example"]) for kind, entries in load_data()["lines"].items() for entry in entries
]  # fmt: skip
STRETCHES = [
    (kind, entry["example"]) for kind, entries in load_data()["stretches"].items() for entry in entries
]  # fmt: skip


def kinds(text, title=None):
    return [paragraph.kind for paragraph in paragraphs(text, title)]


def pieces(text, title=None):
    return [(each.kind, text[each.char_start : each.char_end]) for each in paragraphs(text, title)]


@pytest.mark.parametrize(("kind", "example"), LINES)
def test_paragraphs_marks_the_example_of_each_line_pattern(kind, example):
    assert kinds(f"Sube el pan.\n{example}\nBaja la leche.") == ["body", kind, "body"]


@pytest.mark.parametrize(("kind", "example"), STRETCHES)
def test_paragraphs_cuts_out_the_example_of_each_stretch_pattern(kind, example):
    assert sorted(set(kinds(f"Sube el pan.\n{example}\nBaja la leche."))) == sorted({"body", kind})


@pytest.mark.parametrize(
    "line",
    [
        "La ministra dijo que el presidente ha colaborado siempre con los vecinos del barrio y que así seguirá.",
        "Los clientes que reciben el pan en casa deben aceptar el nuevo precio, según el gremio de panaderos.",
        "Los datos del Instituto del Pan reflejan una subida del 5 %.",
        "Mire: yo no sé cuánto cuesta el pan.",
        "Vea usted qué precios.",
        "El domingo 3 de mayo subió el pan.",
        "Reuters informó de la subida del pan.",
        "Escucha más a los vecinos que a su partido.",
        "Recomendado por la alcaldesa, el panadero fue elegido.",
        "Escrito por Ana Paz en 1967, el libro cuenta la subida del pan en los años de la guerra.",
        "Este texto, publicado en el diario oficial, fija el precio del pan.",
        "Edición limitada del pan de muerto llega hoy a las tiendas.",
        "Con datos de abril, el gremio calcula que el pan subirá otra vez antes del verano.",
        "Sigue las negociaciones desde su casa.",
        "Saltar la valla cuesta diez años de cárcel.",
    ],
)
def test_paragraphs_leaves_what_only_looks_like_furniture(line):
    assert kinds(f"Sube el pan.\n{line}\nBaja la leche.") == ["body", "body", "body"]


def test_paragraphs_tells_title_standfirst_and_subheads():
    text = (
        "Sube el pan en Quito\n"
        "El gremio de panaderos anunció que la subida será la última de este año en la capital\n"
        "El pan subió el lunes.\n"
        "Qué dicen los vecinos\n"
        "Los vecinos protestan.\n"
        "¿Y la leche?\n"
        "La leche baja."
    )
    assert kinds(text) == ["title", "body", "body", "subhead", "body", "subhead", "body"]


def test_paragraphs_takes_numbered_headings_for_subheads_and_posts_for_body():
    text = "El pan subió.\n1. Por qué sube\nLa harina sube.\nEl pan de hoy 🍞 pic.twitter.com/x1\nNadie protestó."
    assert kinds(text) == ["body", "subhead", "body", "body", "body"]


def test_paragraphs_takes_the_title_from_the_metadata():
    text = "Los panaderos de la capital suben por fin los precios después de un año\nEl pan subió el lunes."
    assert kinds(text, "Sube el pan en Quito") == ["body", "body"]
    assert kinds("Sube el pan en Quito\nEl pan subió.", "SUBE EL PAN EN QUITO") == ["title", "body"]


def test_paragraphs_marks_a_list_of_links_after_its_heading():
    text = (
        "El pan subió.\n"
        "TE PUEDE INTERESAR\n"
        "- Baja la leche en Guayaquil\n"
        "- ¿Cuánto cuesta el arroz?\n"
        "El alcalde no quiso hablar.\n"
        "Una pregunta abierta\n"
        "Nadie contestó."
    )
    assert kinds(text) == ["body", "related", "related", "related", "body", "subhead", "body"]


def test_paragraphs_marks_headlines_after_the_initials_that_end_an_article():
    text = "El pan subió.\nLM - GL\nBaja la leche en Guayaquil\nEl arroz no cambia de precio este mes"
    assert kinds(text) == ["body", "credit", "related", "related"]


def test_paragraphs_cuts_links_and_photo_credits_out_of_a_line():
    text = "El pan subió, dijo. (Lea también: Baja la leche) Nadie protestó.\nUn horno. Foto: Ana Paz / EFE"
    assert pieces(text) == [
        ("body", "El pan subió, dijo."),
        ("related", "(Lea también: Baja la leche)"),
        ("body", "Nadie protestó."),
        ("body", "Un horno."),
        ("credit", "Foto: Ana Paz / EFE"),
    ]


def test_paragraphs_takes_a_quotation_set_alone_for_body():
    text = "El pan subió.\n«El pan es de todos y no debe subir»\nAsí lo dijo.\n“Pan en mano”\nNadie protestó."
    assert kinds(text) == ["body", "body", "body", "subhead", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "El pan subió en\nla capital y en otras ciudades del\npaís, según el gremio de\npanaderos de la capital.",
        "Los precios:\nPan\nLeche\nArroz\nHuevos\nNadie protestó.",
        "Sube el pan en Quito",
    ],
)
def test_paragraphs_takes_wrapped_text_lists_and_single_lines_for_body(text):
    assert set(kinds(text)) == {"body"}


@given(st.text(st.sampled_from("aA .\n(:)¿?«»Foto:Leatambién/EFE-—@2"), max_size=300))
def test_paragraphs_are_ordered_and_cover_every_word(text):
    found = paragraphs(text)
    covered = set()
    end = 0
    for each in found:
        assert end <= each.char_start < each.char_end
        assert text[each.char_start : each.char_end].strip() == text[each.char_start : each.char_end]
        covered |= set(range(each.char_start, each.char_end))
        end = each.char_end
    assert all(char.isspace() or place in covered for place, char in enumerate(text))


@pytest.mark.parametrize(
    "label", ["NOTA DE PRENSA", "Última hora:", "OPINIÓN", "Entrevista", "Para su publicación inmediata"]
)
def test_headline_stands_below_the_label_of_its_genre(label):
    text = f"{label}\n\nSube el pan en Lima\n\nEl pan subió ayer."
    told = [(each.kind, text[each.char_start : each.char_end]) for each in paragraphs(text)]
    assert told == [("boilerplate", label), ("title", "Sube el pan en Lima"), ("body", "El pan subió ayer.")]


def test_headline_may_begin_with_the_label_of_a_genre():
    text = "Última hora del temporal: cinco heridos\n\nEl temporal siguió ayer."
    assert [each.kind for each in paragraphs(text)] == ["title", "body"]
