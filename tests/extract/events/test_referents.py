"""Whom a phrase stands for: bodies and persons that the article names elsewhere."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, told

if TYPE_CHECKING:
    from spacy.language import Language

PHRASES = [
    ("La Corte Suprema abrió el caso en mayo. El alto tribunal pidió datos a Chile.", {"Corte Suprema"}),
    ("El Partido Popular habló ayer. El grupo popular pidió una rectificación a Chile.", {"Partido Popular"}),
    ("El diácono Luis Mora viajó a Perú. El diácono pidió calma a Chile.", {"Luis Mora"}),
    ("El animador Luis Mora viajó a Perú. El animador de televisión pidió calma a Chile.", {"Luis Mora"}),
    ("Luis Mora viajó con Elena Duarte. El político pidió calma a Chile.", {"Luis Mora"}),
    ("El futbolista del Real Madrid pidió calma a Chile.", set()),
    ("La ministra de Trabajo y Seguridad Social, Elena Duarte, pidió calma a Chile.", {"Elena Duarte"}),
    ("La petición a Chile fue hecha por una mujer llamada Elena Duarte.", {"Elena Duarte"}),
    ("El mal la dejó así, y Elena Duarte calló ante Luis Mora. Ella pidió calma a Chile.", {"Elena Duarte"}),
    ("El Juzgado Constitucional analizó el caso. Este juzgado penal pidió calma a Chile.", {"Juzgado Constitucional"}),
    ("La fracción parlamentaria del Partido Popular exigió a Chile una respuesta.", {"Partido Popular"}),
    ("Elena Duarte habló de sus lazos con el gobierno chino, el cual pidió calma a Chile.", {"China"}),
    ("Una exasesora del Senado pidió calma a Chile.", set()),
    ("El presidente Luis Mora viajó a Perú. El titular del Ejecutivo pidió calma a Chile.", {"Luis Mora"}),
    ("El canciller Luis Mora viajó ayer. El ministro de Relaciones Exteriores pidió calma a Chile.", {"Luis Mora"}),
    ("La ministra de Exteriores, Ana Gil, viajó a Perú. La canciller pidió calma a Chile.", {"Ana Gil"}),
    ("El canciller Luis Mora viajó ayer. El secretario de Estado pidió calma a Chile.", set()),
    ("El presidente Luis Mora viajó a Perú. El ministro de Gobierno pidió calma a Chile.", {"Gobierno"}),
    (
        "La delegada del Gobierno, Elena Duarte, viajó con Luis Mora. La delegada del Gobierno pidió calma a Chile.",
        {"Elena Duarte"},
    ),
    ("Los ministros de Salud pidieron calma a Chile.", set()),
    ("Los ministros de Saludania pidieron calma a Chile.", {"Saludania"}),
    ("Un abogado de la oficina del fiscal de Australia pidió calma a Chile.", {"Australia"}),
    (
        "Llegó a Chile la petición de dos miembros del gobierno: la secretaria de Transporte, Elena Duarte, "
        "y el secretario de Salud, Luis Mora.",
        {"Elena Duarte", "Luis Mora"},
    ),
    ("Televisa presentó un informe. La televisora pidió calma a Chile.", {"Televisa"}),
    ("La Unión Europea se reunió ayer. Los Quince pidieron calma a Chile.", {"Unión Europea"}),
    ("La prensa habló con Luis Mora. El intelectual peruano pidió calma a Chile.", {"Luis Mora"}),
    # "el presidente" is no committee's where the article has a country's
    (
        "El presidente de Kenia, Luis Mora, viajó con el presidente del Senado, Juan Paz. "
        "El presidente pidió calma a Chile.",
        {"Luis Mora"},
    ),
    ("El presidente del Senado, Juan Paz, viajó. El presidente pidió calma a Chile.", {"Juan Paz"}),
    (
        "El candidato de Iris, Luis Mora, viajó con el candidato Juan Paz. El candidato pidió calma a Chile.",
        {"Juan Paz"},
    ),
    # one who is called after party, region or country is a person, whom the article is mostly about
    ("El senador Luis Mora habló ayer en Lima. El panista pidió calma a Chile.", {"Luis Mora"}),
    ("Luis Mora habló ayer. El piloto peruano llegó. El peruano pidió calma a Chile.", {"Luis Mora"}),
    ("Luis Mora viajó. Luis Mora calló ante Juan Paz. El tabasqueño pidió calma a Chile.", {"Luis Mora"}),
    ("Los peruanos pidieron calma a Chile.", {"Perú"}),
    ("Luis Mora calló. El forense pidió calma a Chile.", set()),
    ("El RDX pidió calma a Chile.", {"RDX"}),
    # the clause after a place's name is of the noun before it
    ("La empresa en Perú que pidió calma a Chile cerró.", set()),
    ("Las tropas de Perú que pidieron calma a Chile volvieron.", {"Perú"}),
    ("Ana Gil habló de Perú, que pidió calma a Chile.", {"Perú"}),
    # who heads a country is nobody who headed one, is of another, or sees to one ministry
    ("El expresidente Luis Mora calló. El presidente de Kenia pidió calma a Chile.", {"Kenia"}),
    ("El presidente Donald Trump calló. El presidente de Kenia pidió calma a Chile.", {"Kenia"}),
    ("La ministra de Salud, Ana Gil, calló. La primera ministra de Nepal pidió calma a Chile.", {"Nepal"}),
    ("El primer ministro Luis Mora viajó a Perú. El primer ministro de Nepal pidió calma a Chile.", {"Luis Mora"}),
    ("El alcalde Iván Gil calló ante el presidente Luis Mora. El primer alcalde pidió calma a Chile.", {"Iván Gil"}),
    ("El premier pidió calma a Chile. Luego calló el expresidente Luis Mora.", set()),
    (
        "La ministra de Trabajo, Migraciones y Asuntos Sociales, Elena Duarte, ha pedido calma a Chile.",
        {"Elena Duarte"},
    ),
    ("Luis Mora llamó por teléfono a Juan Paz. El republicano pidió calma a Chile.", {"Luis Mora"}),
    # one person by two nouns for what he does, where it can be nobody else
    ("El cantante Luis Mora calló. El músico pidió calma a Chile.", {"Luis Mora"}),
    ("La periodista Ana Gil calló. La reportera pidió calma a Chile.", {"Ana Gil"}),
    ("El cantante Luis Mora calló ante el actor Juan Paz. El artista pidió calma a Chile.", set()),
    ("El jugador Luis Mora calló. El delantero del club pidió calma a Chile.", set()),
    ("La periodista Ana Gil calló. El reportero pidió calma a Chile.", set()),
    # the country of who speaks or acts, and of authorities that are there
    ("El canciller peruano, Luis Mora, anunció que su país pedirá calma a Chile.", {"Perú"}),
    ("El canciller peruano, Luis Mora, confirmó la petición a Chile por parte de su país.", {"Perú"}),
    ("El diputado Luis Mora anunció que su país pedirá calma a Chile.", set()),
    ("El canciller peruano, Luis Mora, criticó a Cuba porque su gobierno pidió calma a Chile.", set()),
    ("Las autoridades en Perú pidieron calma a Chile.", {"Perú"}),
    ("Las víctimas en Perú pidieron calma a Chile.", set()),
    ("El Ejército de Liberación Nacional calló. La guerrilla pidió calma a Chile.", {"ELN"}),
    # the courts are no ministry
    ("La ministra de Justicia y Prisiones calló. La Justicia pidió calma a Chile.", set()),
    # who was told to undergo it, where it is one
    ("Luis Mora fue detenido en Lima. El detenido pidió calma a Chile.", {"Luis Mora"}),
    ("Un sicario asesinó a Ana Gil en Lima. La víctima pidió calma a Chile.", {"Ana Gil"}),
    ("Luis Mora y Juan Paz fueron detenidos en Lima. El detenido pidió calma a Chile.", set()),
    ("Luis Mora fue detenido en Lima. La detenida pidió calma a Chile.", set()),
    # a country's one public figure, to whom the article gives no title
    ("Joe Biden viajó a Kiev. El mandatario estadounidense pidió calma a Chile.", {"Joe Biden"}),
    ("La senadora Kamala Harris viajó a Kiev. El mandatario estadounidense pidió calma a Chile.", {"Estados Unidos"}),
    ("Joe Biden llamó a Kamala Harris. El mandatario estadounidense pidió calma a Chile.", {"Estados Unidos"}),
    # lists that a parse tears apart
    ("La FIFA, Canadá y Perú pidieron calma a Chile.", {"FIFA", "Canadá", "Perú"}),
    ("Según la FIFA, Canadá y Perú pidieron calma a Chile.", {"Canadá", "Perú"}),
    ("El fundador de Iris Motor pidió calma a Chile.", set()),
    ("Tras el fallo de la FIFA, Canadá y Perú pidieron calma a Chile.", {"Canadá", "Perú"}),
    ("Los vecinos de Kenia, Luis Mora y Ana Gil, pidieron calma a Chile.", set()),
    ("El presidente Luis Mora calló. Su antiguo jefe pidió calma a Chile.", set()),
    ("El presidente Luis Mora calló. El anterior presidente pidió calma a Chile.", set()),
    # two people by a bare plural right after
    ("Luis Mora recibió ayer a Ana Gil. Los líderes pidieron calma a Chile.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora recibió ayer a Ana Gil y Juan Paz. Los líderes pidieron calma a Chile.", set()),
    ("Luis Mora recibió ayer a Ana Gil. Los líderes de la secta pidieron calma a Chile.", set()),
]


@pytest.mark.parametrize(("text", "actors"), PHRASES)
def test_referents_of_phrase_is_whom_the_article_names_so(nlp: "Language", text: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, "REQUEST")
    assert parties(found, mention, "actor") == actors


def test_referents_read_a_pronoun_within_its_own_subject(nlp: "Language") -> None:
    found, talks = told(nlp, "La ministra Ana Gil habló. El gobierno de ella negocia con Perú.", "CONSULT")
    assert parties(found, talks, "actor") == {"Ana Gil", "Perú"}
