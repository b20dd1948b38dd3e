"""Names of an article and the entities that they name."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.entities import extract_entities, with_country
from flows.nlp.pipeline import load_pipeline
from flows.records import Article, Findings


def find(nlp, text, country=None):
    article = Article(article_id="a_0", source_path="x.txt", text=text, country_code=country)
    return extract_entities(nlp(text), Findings(article=article, sentence_count=1, layout=()))


@pytest.fixture
def read(nlp):
    return lambda text, country=None: find(nlp, text, country)


def named(findings):
    return [(mention.text, mention.mention_type) for mention in findings.mentions]


def entity_of(findings, text):
    return {mention.entity_id for mention in findings.mentions if mention.text == text}


def test_extract_entities_country_in_all_names_is_one(read):
    found = read("Estados Unidos y Canadá hablaron. EE. UU. firmó y EEUU pagó.")
    assert entity_of(found, "Estados Unidos") == entity_of(found, "EE. UU.") == entity_of(found, "EEUU")
    assert [entity.country_code for entity in found.entities if entity.is_country] == ["US", "CA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El ministro de Economía viajó a Lima.", [("Economía", "ORG"), ("Lima", "LOC")]),
        ("Lo dijo ayer el Gobierno en Perú.", [("Gobierno", "ORG"), ("Perú", "LOC")]),
        ("La cumbre Moscú-Pyongyang terminó.", [("Moscú", "LOC"), ("Pyongyang", "LOC")]),
        ("El Kremlin calló. Fuentes del Kremlin lo confirman.", [("Kremlin", "ORG"), ("Kremlin", "ORG")]),
        ("Mindefensa confirmó el ataque.", [("Mindefensa", "ORG")]),
        ("El miércoles llovió en la península de Corea.", [("Corea", "LOC")]),
        ("Los ministros de Defensa de la OTAN viajaron a Lima.", [("OTAN", "ORG"), ("Lima", "LOC")]),
        ("Carmen Ortega llegó a México. «Es un honor», dijo Carmen.", [("Carmen Ortega", "PER"), ("Carmen", "PER")]),
        ("Es una bacteria de grado IV, según la OTAN.", [("OTAN", "ORG")]),
        ("Lo dijo el departamento de Salud el jueves.", [("Salud", "ORG")]),
        ("Darío Hidalgo llegó a Lima. Hidalgo asegura que volverá.", [("Darío Hidalgo", "PER"), ("Hidalgo", "PER")]),
        ("Le llevó una rosa. Rosa, la madre de Ana Duarte, calló.", [("Rosa", "PER"), ("Ana Duarte", "PER")]),
        ("Tomó ivermectina. Ivermectina, lo que dice la OTAN.", [("OTAN", "ORG")]),
        ("Luis Mora Jr. llegó a Lima.", [("Luis Mora Jr.", "PER"), ("Lima", "LOC")]),
        ("El expresidente José “Pepe” Mujica calló.", [("José “Pepe” Mujica", "PER")]),
        ("El expresidente José 'Pepe' Mujica calló.", [("José 'Pepe' Mujica", "PER")]),
        ("Joaquín «El Chapo» Guzmán calló.", [("Joaquín «El Chapo» Guzmán", "PER")]),
        ("Los ministros de América y Asia llegaron.", [("América", "LOC"), ("Asia", "LOC")]),
        ("Lo publicó en X el ministro.", [("X", "ORG")]),
        ("Cerraron la carretera Tumbes-Piura.", [("Tumbes", "LOC"), ("Piura", "LOC")]),
        ("La china Xelang, dueña del puerto de Chancay, calló.", [("Xelang", "ORG")]),
        ("Firmaron Perú y Tumbatek Sol, empresa que opera el puerto.", [("Tumbatek Sol", "ORG")]),
        ("Se votó ayer en Diputados.", [("Diputados", "ORG")]),
        ("Lo dijo el arzobispo de Tumbury.", [("Tumbury", "LOC")]),
        ("El Mundial 2026 será en México.", [("Mundial 2026", "MISC"), ("México", "LOC")]),
        ("Abrió el VI Congreso de la Lengua.", [("VI Congreso de la Lengua", "MISC")]),
        ("Hay agua para Apatzingán, Uruapan y Lázaro Cárdenas.", [("Apatzingán", "LOC"), ("Uruapan", "LOC")]),
        ("Cortaron la calle del Hórreo.", [("Hórreo", "LOC")]),
        (
            "Calla la economista de la Universidad Adolfo Ibáñez Eva Arce.",
            [("Universidad Adolfo Ibáñez", "ORG"), ("Eva Arce", "PER")],
        ),
        (
            "El ministro Óscar Puente llegó el lunes a Lima. «No», reiteró Puente en el Senado.",
            [("Óscar Puente", "PER"), ("Puente", "PER")],
        ),
        ("Carolina Guerra calló. Guerra volvió a Lima.", [("Carolina Guerra", "PER"), ("Guerra", "PER")]),
        ("El actor Manuel García-Rulfo llegó a Lima con Ana Rulfo.", [("Manuel García-Rulfo", "PER")]),
        ("Opinó en Canal N.\nAyer calló.", [("Canal N", "ORG")]),
        ("El fabricante de trenes Xalgo calló.", [("Xalgo", "ORG")]),
        ("Cayó un miembro de Los Xelegos.", [("Los Xelegos", "ORG")]),
        ("Llegó a Tunja el domingo.", [("Tunja", "LOC")]),
        ("Son autos hechos en Aguascalientes y Puebla.", [("Aguascalientes", "LOC"), ("Puebla", "LOC")]),
        ("Artur Mas llegó a Lima. Mas calló.", [("Artur Mas", "PER"), ("Mas", "PER")]),
    ],
)
def test_extract_entities_names_as_the_guidelines_say(read, text, expected):
    found = [(mention.text, mention.mention_type) for mention in read(text).mentions]
    assert [pair for pair in found if pair in expected] == expected
    assert not {text for text, _ in found} & {"miércoles", "El miércoles", "ministro", "Defensa", "IV", "Ivermectina"}


def test_extract_entities_mentions_slice_back(read):
    text = "La ministra Ana Duarte visitó Perú. «Perú crece», dijo Duarte en Lima."
    assert all(text[m.char_start : m.char_end] == m.text for m in read(text).mentions)


def test_extract_entities_keeps_a_name_that_is_also_written_without_its_hyphen(read):
    found = read("Kim Jong-un viajó el lunes. El padre de Kim Jong Un era Kim Jong Il.")
    assert entity_of(found, "Kim Jong-un") == entity_of(found, "Kim Jong Un") != set()


def test_extract_entities_surname_is_its_full_name(read):
    found = read("La ministra Ana Duarte llegó el lunes. Duarte habló con la prensa.")
    assert entity_of(found, "Ana Duarte") == entity_of(found, "Duarte") != set()


def test_extract_entities_misprint_is_its_name(read):
    found = read("El presidente Vladimir Putin llegó el lunes. Más tarde habló Puttin, dijo la prensa. Putin se fue.")
    assert entity_of(found, "Puttin") <= entity_of(found, "Vladimir Putin")


def test_extract_entities_acronym_is_its_expansion(read):
    found = read("El Tribunal Supremo de Justicia (TSJ) falló ayer. El fallo del TSJ es firme.")
    assert entity_of(found, "TSJ") == entity_of(found, "Tribunal Supremo de Justicia") != set()


def test_extract_entities_two_of_one_surname_stay_two(read):
    found = read("Pedro Gómez criticó al senador Luis Gómez. «Es un error», dijo Pedro Gómez.")
    assert len({entity for text in ("Pedro Gómez", "Luis Gómez") for entity in entity_of(found, text)}) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La policía de Córdoba detuvo a un hombre, informó la prensa de Argentina.", "AR"),
        ("La policía de Córdoba detuvo a un hombre, informó la prensa de España.", "ES"),
    ],
)
def test_extract_entities_other_places_decide_an_ambiguous_one(read, text, code):
    assert [entity.country_code for entity in read(text).entities if entity.name == "Córdoba"] == [code]


def test_extract_entities_capital_stays_a_city(read):
    found = read("Moscú respondió a Rusia.")
    assert [(entity.name, entity.is_country) for entity in found.entities] == [("Moscú", False), ("Rusia", True)]


def test_extract_entities_continent_is_no_town_of_its_name(read):
    (europe,) = read("El frío llega a Europa esta semana.").entities
    assert (europe.wikidata_id, europe.country_code, europe.latitude) == ("Q46", None, None)


def test_with_country_adds_it_once(read):
    found = read("Hubo una reunión con el presidente ruso.")
    once, first = with_country(found, "RU")
    twice, second = with_country(once, "RU")
    assert first == second
    assert twice == once
    assert once.entities[-1].mention_forms == ()


def test_extract_entities_own_list_wins(tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("name,aliases,type,country,wikidata_id\nLa Tatu,Tatuana,PER,GT,Q1\n", encoding="utf-8")
    found = find(load_pipeline(people=str(people)), "Hoy habló la Tatuana en el mercado. La Tatu volvió.")
    (entity,) = [entity for entity in found.entities if entity.knowledge_id == "own:La Tatu"]
    assert (entity.mention_forms, entity.country_code) == (("La Tatu", "Tatuana"), "GT")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="aEÑ.,-«»\"'() \nKimPutin1", max_size=120))
def test_extract_entities_any_text_gives_spans_that_slice_back(text):
    found = find(load_pipeline(), text)
    spans = [(mention.char_start, mention.char_end) for mention in found.mentions]
    assert all(text[m.char_start : m.char_end] == m.text for m in found.mentions)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
