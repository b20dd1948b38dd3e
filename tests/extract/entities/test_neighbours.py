"""What names tell of their neighbours."""

import pytest

from flows.extract import extract
from flows.extract.entities.names import name_at
from flows.extract.entities.neighbours import acronyms, done_to, introduced, neighbours, nicknames
from flows.records import Article
from flows.text import fold


def named(text, kinds):
    found = [name_at(text, text.index(form), text.index(form) + len(form), kind, 0.8) for form, kind in kinds.items()]
    return found, {fold(form): kind for form, kind in kinds.items()}


@pytest.mark.parametrize(
    ("text", "kinds", "surnames", "expected"),
    [
        ("Medellín, Cali y Ibagué", {"Medellín": "LOC", "Cali": "LOC", "Ibagué": "PER"}, set(), {"ibague": "LOC"}),
        ("South Bend (Indiana)", {"South Bend": "PER", "Indiana": "LOC"}, set(), {"south bend": "LOC"}),
        ("Cali, Lima y Mendoza", {"Cali": "LOC", "Lima": "LOC", "Mendoza": "PER"}, {"mendoza"}, {}),
        (
            "Solpan, Aguas Rex, Telmur, Bivo y Cristal Paz",
            {"Solpan": "ORG", "Aguas Rex": "ORG", "Telmur": "ORG", "Bivo": "PER", "Cristal Paz": "ORG"},
            set(),
            {"bivo": "ORG"},
        ),
        ("Ana y Lima", {"Ana": "PER", "Lima": "LOC"}, set(), {}),
    ],
)
def test_neighbours_type_what_nothing_else_settles(text, kinds, surnames, expected):
    found, types = named(text, kinds)
    told = neighbours(text, found, types, surnames, lambda form: None)
    assert {form: kind for form, kind in told.items() if types[form] != kind} == expected


def test_introduced_noun_makes_a_place():
    found, types = named("el alcalde de Xoltepec y Ana", {"Xoltepec": "PER", "Ana": "PER"})
    assert introduced("el alcalde de Xoltepec y Ana", found, types, lambda form: None) == {"xoltepec": "LOC"}


def test_introduced_place_is_one_whatever_person_it_is_called_after():
    text = "Viven en Ana Olvera, una localidad del sur, con Ana Duarte."
    found, types = named(text, {"Ana Olvera": "PER", "Ana Duarte": "PER"})
    assert introduced(text, found, types, lambda form: "PER") == {"ana olvera": "LOC"}


def test_neighbours_brackets_tell_a_party_and_a_region():
    text = "Ana Olvera (Xela Futura) calló en Tumbal (Zamora), con Eva Paz (XTB)."
    types = {
        "Ana Olvera": "PER",
        "Xela Futura": "LOC",
        "Tumbal": "LOC",
        "Zamora": "PER",
        "Eva Paz": "PER",
        "XTB": "LOC",
    }
    found, types = named(text, types)
    told = neighbours(text, found, types, set(), lambda form: None)
    assert told == {"xela futura": "ORG", "zamora": "LOC"}


def test_acronyms_are_no_persons_but_for_known_ones():
    text = "JNQ, XVII y AMLO con doña EPV"
    found, types = named(text, {"JNQ": "PER", "XVII": "PER", "AMLO": "PER", "EPV": "PER"})
    assert acronyms(text, found, types) == {"jnq": "ORG"}


def test_acronyms_may_be_the_initials_of_a_person():
    text = "Eva Paz Olvera, EPO, JNQ y Jota"
    found, types = named(text, {"Eva Paz Olvera": "PER", "EPO": "ORG", "JNQ": "ORG"})
    assert acronyms(text, found, types) == {"epo": "PER"}


@pytest.mark.parametrize(
    ("text", "name", "kind", "expected"),
    [
        ("Hay películas como “Vilarda”.", "Vilarda", "PER", {"vilarda": "MISC"}),
        ("Hay empresas como Vilarda.", "Vilarda", "LOC", {"vilarda": "ORG"}),
        ("Hay plataformas como Vilarda.", "Vilarda", "MISC", {}),
        ("Hay gente como Vilarda.", "Vilarda", "PER", {}),
        ("Llegó la chef Vilarda.", "Vilarda", "ORG", {"vilarda": "PER"}),
        ("Habló con el Dr. Vilarda.", "Vilarda", "LOC", {"vilarda": "PER"}),
        ("Lo dijo Vilarda Tumbez, directora de una clínica.", "Vilarda Tumbez", "ORG", {"vilarda tumbez": "PER"}),
        ("Lo dijo Vilarda Tumbez, filial de una empresa.", "Vilarda Tumbez", "ORG", {}),
        ("Lo dijo Vilarda, directora de una clínica.", "Vilarda", "ORG", {}),
        ("Llegó en tren a la región Vilarda.", "Vilarda", "ORG", {"vilarda": "LOC"}),
    ],
)
def test_introduced_tells_what_a_noun_says(text, name, kind, expected):
    found, types = named(text, {name: kind})
    assert introduced(text, found, types, lambda form: None) == expected


def test_whom_something_is_done_to_is_a_person_and_what_is_played_or_reached_is_not():
    text = "El juez presionó a Barbosky, jugó a Ludomar y llegó hasta Telmur; criticaron a la Norvia y a NORVI."
    forms = dict.fromkeys(["Barbosky", "Ludomar", "Telmur", "Norvia", "NORVI"], "MISC")
    found, types = named(text, forms)
    assert done_to(text, found, types, lambda form: None) == {"barbosky": "PER"}


def test_nickname_of_a_person_is_a_persons_name():
    text = "Cayó Luis Moral, mejor conocido como El Ciclón. Solpan, también conocida como Grupo Sol."
    found, types = named(text, {"Luis Moral": "PER", "El Ciclón": "ORG", "Solpan": "ORG", "Grupo Sol": "ORG"})
    assert nicknames(text, found, types, lambda form: None) == {"el ciclon": "PER"}


def test_what_came_or_is_a_country_is_no_brand(nlp):
    text = "Ayer vino Quispe al club. Quispe ganó. Probó la salsa India. India compró vacunas."
    article = Article(article_id="a_1", source_path="a.txt", text=text)
    kinds = {mention.text: mention.mention_type for mention in extract(nlp(text), article).mentions}
    assert kinds == {"Quispe": "PER", "India": "LOC"}
