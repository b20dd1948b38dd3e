"""Time expressions: every rule's examples, the examples of joins, and what holds whatever the text is."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.extract import extract
from flows.extract.times import extract_times
from flows.extract.times.phrases import time_grammar
from flows.extract.times.timex import interval
from flows.records import Article, Findings, TimeExpression
from schemas.vocabularies import TIME_TYPES

if TYPE_CHECKING:
    from spacy.language import Language

WEDNESDAY = dt.date(2024, 5, 15)
EXAMPLES = [(rule.name, example) for rule in time_grammar().rules for example in rule.examples]


def read(nlp: "Language", text: str, published_on: dt.date | None = WEDNESDAY) -> tuple[TimeExpression, ...]:
    article = Article(article_id="a_1", source_path="1.txt", text=text, published_on=published_on)
    return extract_times(nlp(text), Findings(article=article, sentence_count=1, layout=())).times


def values(nlp: "Language", text: str, published_on: dt.date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in read(nlp, text, published_on)]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {row['text']}" for name, row in EXAMPLES])
def test_rule_reads_its_example(nlp: "Language", name: str, example: dict[str, str]):
    assert (example["span"], example["value"]) in values(nlp, example["text"])


@pytest.mark.parametrize("join", time_grammar().data["joins"], ids=lambda join: join["example"])
def test_join_makes_one_row(nlp: "Language", join: dict[str, str]):
    assert [text for text, _ in values(nlp, f"Fue el {join['example']}.")] == [join["example"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se reunirá el martes con su par.", [("martes", "2024-05-21")]),
        ("Se reunió el martes con su par.", [("martes", "2024-05-14")]),
        ("El martes podría ser citado por el juez.", [("martes", "2024-05-21")]),
        ("La ley entrará en vigor en marzo.", [("marzo", "2025-03")]),
        ("Pensaba que la ayuda iba a ser necesaria hacia octubre.", [("octubre", "2024-10")]),
        ("El partido duró una hora y media.", [("una hora y media", "PT1H30M")]),
        ("Sus hijas, Rosa y Abril, viajaron solas.", []),
        ("Llegó en 2017, dos años después se fue.", [("2017", "2017"), ("dos años después", "2019")]),
        ("Marcharon por el Día Internacional de la Mujer Rural.", []),
        ("El pacto se firmó en octubre.", [("octubre", "2023-10")]),
        ("Lo atacó el viernes un grupo de vecinos.", [("viernes", "2024-05-10")]),
        ("La audiencia fue aplazada hasta el viernes.", [("viernes", "2024-05-17")]),
        ("El juez lo citó para el viernes.", [("viernes", "2024-05-17")]),
        ("El plazo vence el martes.", [("martes", "2024-05-21")]),
        ("El martes está prevista una reunión.", [("martes", "2024-05-21")]),
        ("El martes tiene previsto viajar.", [("martes", "2024-05-21")]),
        ("Viajó el pasado invierno.", [("pasado invierno", "2023-WI")]),
        ("Viajará el próximo verano.", [("próximo verano", "2024-SU")]),
        ("El 20 de diciembre será la boda.", [("20 de diciembre", "2024-12-20")]),
        ("Han firmado contratos hasta el 20 de julio.", [("20 de julio", "2024-07-20")]),
        ("El juez trabajó allí hasta el 20 de julio.", [("20 de julio", "2023-07-20")]),
        ("Eva está pintando desde el jueves.", [("jueves", "2024-05-09")]),
        ("Los vecinos bloquean la vía desde el viernes.", [("viernes", "2024-05-10")]),
        ("La feria arranca desde el viernes.", [("viernes", "2024-05-17")]),
        ("El gremio convocó a un paro a partir del viernes.", [("viernes", "2024-05-17")]),
        ("La alcaldía ordenó cerrar los bares a partir del viernes.", [("viernes", "2024-05-17")]),
        ("El precio subió a partir del viernes.", [("viernes", "2024-05-10")]),
        ("Le esperan dos actos, hoy en Loja y el lunes en Quito.", [("hoy", "2024-05-15"), ("lunes", "2024-05-20")]),
        ("Al día siguiente a Loja y el lunes a Quito.", [("día siguiente", "XXXX-XX-XX"), ("lunes", "2024-05-13")]),
        ("Le esperan dos actos y el lunes está en Quito.", [("lunes", "2024-05-13")]),
    ],
)
def test_direction_comes_from_the_tense(nlp: "Language", text: str, expected: list[tuple[str, str]]):
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El miércoles llegó.", [("miércoles", "XXXX-WXX-3")]),
        ("Llegó ayer.", [("ayer", "XXXX-XX-XX")]),
        ("Llegó en junio.", [("junio", "XXXX-06")]),
        ("Llegó el mes pasado.", [("mes pasado", "XXXX-XX")]),
        ("Llegó esta semana.", [("esta semana", "XXXX-WXX")]),
        ("Llegó el 3 de mayo.", [("3 de mayo", "XXXX-05-03")]),
        ("Gobierna desde hace 60 años.", [("hace 60 años", "XXXX")]),
        ("Se fue hace mes y medio.", [("hace mes y medio", "XXXX-XX")]),
        ("Se fue hace tres horas.", [("hace tres horas", "PT3H")]),
        ("Vivían aquí hace 40.000 años.", [("hace 40.000 años", "P40000Y")]),
        ("Cayó el 9 de marzo. Un día después murió.", [("9 de marzo", "XXXX-03-09"), ("Un día después", "XXXX-03-10")]),
        ("Fue en la víspera del 1 de mayo.", [("víspera del 1 de mayo", "XXXX-04-30")]),
    ],
)
def test_value_stays_open_without_a_publication_date(nlp: "Language", text: str, expected: list[tuple[str, str]]):
    assert values(nlp, text, None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "El 90% votó a favor.",
        "El Grupo de los 20 emitió un comunicado.",
        "La Primera Guerra Mundial terminó mal.",
        "Según el diario 20 Minutos, llueve.",
        "El artículo 20 de la ley lo prohíbe.",
        "La versión 2.0 del programa falla.",
        "El equipo ganó por 4-0.",
        "Llame al 2555-1984.",
        "Vinieron 2000 personas.",
        "Las dos mujeres salieron.",
        "Pagó $2000 al dueño.",
        "Cada vez hay más ruido.",
        "Vive en la avenida 8 de Octubre.",
        "El lector de «Hoy» llamó a la redacción.",
        "Compró La caza del Octubre Rojo.",
        "La misa fue una acción de gracias.",
        "Su hija Abril declaró ante el juez.",
        "Vive en 9 de Julio al 3300.",
        "Todo cambió de la noche a la mañana.",
        "Cerca de los 70, corría como un joven.",
        "Murió a los 80.",
        "La fiebre cede al tercer día.",
        "Era uno de los días más fríos.",
        "Tres de ellos mintieron a la hora de comer.",
        "Se puso al día con sus tres deudas.",
        "Corría a 100 kilómetros por hora.",
        "En los noventa partidos que jugó ganó.",
        "Ganó en 3 set. Después descansó.",
        "Pagó 13 mar por la caja.",
        "Ganó el 1 set y perdió el 2 set.",
        "Dos ministros se pusieron al día sobre la crisis.",
        "Tres presos llegaron al mes de ser detenidos.",
        "Voló en el F-16 y cenó en la puerta 12-D-3.",
        "Ahora bien, no todos votaron.",
        "La última temporada de la serie aburrió.",
        "Fue al programa Hoy con su hijo.",
        "El 8 m de la cuerda no alcanzó.",
        "Si no hubo quórum, entonces el voto fue nulo.",
        "Entonces, ¿quién paga la obra?",
        "Saludó al entonces rector, que calló.",
        "Poco después de la boda se fue.",
    ],
)
def test_numbers_and_names_are_no_times(nlp: "Language", text: str):
    assert values(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Llovió en diciembre de 2019. No quedan rastros de diciembre.", ["2019-12", "2019-12"]),
        ("En julio de 2016 sembraron, y en septiembre cosecharon.", ["2016-07", "2016-09"]),
        ("En 2015 ganó y en octubre viajó.", ["2015", "2015-10"]),
        ("Su disco (2013) sale el 19 de junio.", ["2013", "2024-06-19"]),
        ("El disco de 2013 sale en junio.", ["2013", "2024-06"]),
        ("En julio de 2016 sembraron. En septiembre cosecharon.", ["2016-07", "2023-09"]),
        ("Hoy, dos décadas más tarde, sigue cantando.", ["2024-05-15", "P20Y"]),
        ("Fue en mayo de 2019. Cinco semanas más tarde renunció.", ["2019-05", "2019-06"]),
        ("Tres semanas más tarde renunció.", ["P3W"]),
        ("Grabó siete años después del primer disco.", ["P7Y"]),
        ("Al día siguiente renunció.", ["XXXX-XX-XX"]),
        ("Ese día renunció.", ["XXXX-XX-XX"]),
        ("Marcharon ayer por quinto día consecutivo.", ["2024-05-14", "2024-05-14"]),
        ("Entonces el alcalde era su tío.", ["PAST_REF"]),
        ("Firmó el pacto y poco después lo rompió.", ["PAST_REF"]),
        ("Nació el 8 de mayo de 1950. Murió el 4 de mayo.", ["1950-05-08", "2024-05-04"]),
        ("El avión no pudo aterrizar el martes.", ["2024-05-14"]),
        ("Esa noche renunció.", ["XXXX-XX-XXTNI"]),
        ("Votaron el 3 y el 15 de abril.", ["2024-04-03", "2024-04-15"]),
        ("Votaron el 3, el 15 y el 29 de abril.", ["2024-04-03", "2024-04-15", "2024-04-29"]),
        ("Fue el 1 del presente. El 7 del presente año también.", ["2024-05-01", "2024"]),
        ("El parto duró de 9,5 a 14 horas.", ["PT9H30M/PT14H"]),
        ("Atiende los lunes de 9.30 a 12.00 horas.", ["XXXX-WXX-1", "2024-05-15T09:30", "2024-05-15T12:00"]),
        ("El niño murió a los dos meses de edad.", ["P2M"]),
        ("Votaron entre el 3 y el 15 de abril.", ["2024-04-03/2024-04-15"]),
        ("Ganó en 2006 y 2012.", ["2006", "2012"]),
        ("Gobernó entre 2006 y 2012.", ["2006/2012"]),
        ("Votaron en marzo y abril de 2023.", ["2023-03/2023-04"]),
        ("Rige de 22 a 5 horas y llueve de 10 a 12 horas.", ["2024-05-15T22:00", "2024-05-15T05:00", "PT10H/PT12H"]),
        ("El domingo por la tarde, a las 18:40, huyó.", ["2024-05-12TAF", "2024-05-12T18:40"]),
        ("Cerró pasadas las 23 y después de las 20 y a eso de las 17.", [f"2024-05-15T{h}:00" for h in (23, 20, 17)]),
        ("Juegan el próximo fin de semana.", ["2024-W20-WE"]),
        ("Cayó respecto del año previo.", ["2023"]),
        ("Anoche, a las 8, cantó.", ["2024-05-14TNI", "2024-05-14T20:00"]),
        (
            "Esta mañana a las 9 y por la tarde a las 7 llovió.",
            [f"2024-05-15T{t}" for t in ("MO", "09:00", "AF", "19:00")],
        ),
        ("El 26 de octubre 15 personas murieron.", ["2023-10-26"]),
        ("Será este 20/05 y el próximo 27/05.", ["2024-05-20", "2024-05-27"]),
        ("Llovió toda la semana pasada.", ["2024-W19"]),
        ("Nació el 3 de marzo del año pasado.", ["2023-03-03"]),
        ("Cerró del 3 al 5 de marzo del año en curso.", ["2024-03-03/2024-03-05"]),
        ("Cayó en el cuarto trimestre. Caerá en el primer trimestre.", ["2023-Q4", "2025-Q1"]),
        ("Vinieron los 2000 asistentes de los 2000.", ["200"]),
        ("El 20 de junio será el acto. La víspera había ganado.", ["2024-06-20", "2024-05-14"]),
        ("Llegó de mañana y habló a última hora.", []),
        ("Pasó la Nochebuena, el año 93 y lo demás.", ["2023-12-24", "1993"]),
        ("Tiene hijos de cinco y siete años.", ["P7Y"]),
        ("Ganó en 1980 a los 25 años.", ["1980", "P25Y"]),
        ("Bajó de 14 a 7 días.", ["P14D/P7D"]),
        ("Llegó en la víspera de su boda.", ["XXXX-XX-XX"]),
        ("Buscan a personas de entre los 15 y los 20 años.", ["P15Y/P20Y"]),
        ("En aquella época era pronto para saberlo.", ["PAST_REF"]),
        ("Viernes, 17 may 2024 - 10:35 h.", ["2024-05-17", "2024-05-17T10:35"]),
        ("Rinde más en las dos horas de examen.", ["PT2H"]),
        ("Abre a las 8 horas del lunes.", ["2024-05-13T08:00"]),
        ("Abre los lunes, martes y viernes.", ["XXXX-WXX-1", "XXXX-WXX-2", "XXXX-WXX-5"]),
        ("Abrió el lunes, martes y viernes.", ["2024-05-13", "2024-05-14", "2024-05-10"]),
    ],
)
def test_value_follows_what_was_told(nlp: "Language", text: str, expected: list[str]):
    assert [value for _, value in values(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Santo Domingo.- El alcalde viajó a Lima.", []),
        ("SANTO DOMINGO, 3 de mayo de 2024.- El alcalde viajó a Lima.", ["3 de mayo de 2024"]),
        ("Santo Domingo, 3 de mayo (ASP).- El alcalde viajó a Lima.", ["3 de mayo"]),
        ("El acto será en Santo Domingo, 3 de la tarde.", ["3 de la tarde"]),
        ("Santo Domingo, 3 may (ASP).- El alcalde viajó a Lima el domingo.", ["3 may", "domingo"]),
        ("Lima, domingo 3 de mayo.- El alcalde viajó a Quito.", ["domingo 3 de mayo"]),
    ],
)
def test_weekday_in_name_of_place_is_none(nlp: "Language", text: str, expected: list[str]):
    article = Article(article_id="a_1", source_path="1.txt", text=text, published_on=WEDNESDAY)
    assert [time.text for time in extract(nlp(text), article).times] == expected


def test_day_bounds_are_those_of_the_value(nlp: "Language"):
    (time,) = read(nlp, "La feria abre en junio de 2024.")
    assert (time.starts_on, time.ends_on) == (dt.date(2024, 6, 1), dt.date(2024, 6, 30))


@pytest.mark.parametrize(
    "value", ["PRESENT_REF", "P3D", "XXXX-WXX-3", "2023-02-30", "2022/2020", "0000", "2024-SU", ""]
)
def test_interval_is_none_where_no_days_are_named(value: str):
    assert interval(value) is None


FRAGMENTS = [
    *[
        "3",
        "de",
        "mayo",
        "de",
        "2020",
        "hace",
        "años",
        "mil",
        "31",
        "febrero",
        "a",
        "las",
        "12:99",
        "XIX",
        ".",
        ",",
        "—",
        "«",
        "ayer",
        "por",
        "la",
        "noche",
        "y",
        "-",
        "1.000,5",
        "%",
    ],
    "\n",
    "9" * 30,
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=20))
def test_any_text_gives_spans_that_slice_back(nlp: "Language", pieces: list[str]):
    text = " ".join(pieces)
    end = 0
    for time in read(nlp, text):
        assert text[time.char_start : time.char_end] == time.text
        assert time.char_start >= end
        assert time.time_type in TIME_TYPES
        assert time.value
        end = time.char_end


@pytest.mark.parametrize(
    "text",
    [
        "A día de hoy no hay acuerdo.",
        "Lo contó su primo, hoy preso en Tumbaco.",
        "Cayó el hoy diputado.",
        "Lo contó su socio, hoy líder del partido.",
        "El pacto, hoy en manos de sus rivales, se rompió.",
        "Los alumnos que hoy tienen diez años estudian.",
        "El barrio es hoy la sede de la banda.",
        "No era la ciudad que conocemos hoy.",
        "Nació en Leningrado (hoy San Petersburgo).",
        "El pueblo perdió su mina y hoy está casi vacío.",
        "El barrio hoy no puede crecer más.",
        "Es una plaga que hoy abarca tres provincias.",
        "El río que hoy separa los dos barrios era un canal.",
    ],
)
def test_today_stands_for_these_times(nlp: "Language", text: str):
    assert ("hoy", "PRESENT_REF") in values(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "El ministro viajó hoy a Tumbaco.",
        "El juez dijo que hoy se reúne con su par.",
        "La jueza, que hoy ha sido nombrada, calló.",
        "La cumbre que hoy tiene lugar en Tumbaco empezó.",
        "Si hoy es lunes, llueve.",
        "Fue detenido, hoy miércoles, en su casa.",
        "El equipo perdió ayer y hoy ha jugado otra vez.",
        "El gremio hoy inicia una marcha.",
        "El sorteo se produce hoy en Loja.",
        "El cobre supera hoy los diez mil pesos.",
        "La ley (hoy se vota) divide a los vecinos.",
    ],
)
def test_today_is_the_day_of_publication(nlp: "Language", text: str):
    assert "2024-05-15" in dict(values(nlp, text)).values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se fue hace casi tres años.", "2016"),
        ("Se fue hace tres años.", "2015"),
        ("Volverá dentro de más de dos años.", "2021"),
    ],
)
def test_nearly_so_many_years_may_begin_in_the_next(nlp: "Language", text: str, expected: str):
    assert [value for _, value in values(nlp, text, dt.date(2018, 12, 4))] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Corría a 100 kilómetros por horas.",
        "El virus Zeta-19 segundos antes de morir.",
        "Cayó en la autopista Nueve de Enero.",
        "Viven año a mes.",
        "Viajó por el entonces ministro.",
        "En Santo Domingo de los Xelos llovió.",
    ],
)
def test_what_looks_like_a_time(nlp: "Language", text: str):
    assert values(nlp, text) == []


def test_item_of_a_list_may_be_a_year(nlp: "Language"):
    assert values(nlp, "Historia\n-2001: Se funda el club.") == [("2001", "2001")]


@pytest.mark.parametrize(
    ("published_on", "expected"), [(dt.date(2021, 3, 7), "2021-03-08"), (dt.date(2021, 1, 7), "2020-03-08")]
)
def test_holiday_close_at_hand_is_meant_whatever_the_tense(nlp: "Language", published_on: dt.date, expected: str):
    assert [value for _, value in values(nlp, "Marcharon por el Día de la Mujer.", published_on)] == [expected]
