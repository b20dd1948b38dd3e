"""Who is accused, and not before whom; and what only sounds like an accusation: praise, worry, the press's research."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    # whom one complains before is not accused
    ("La senadora Ana Gil denunció ante la OEA el fraude.", {"Ana Gil"}, set()),
    ("La senadora Ana Gil denunció a Luis Paz ante la Fiscalía.", {"Ana Gil"}, {"Luis Paz"}),
    ("La senadora Ana Gil presentó una denuncia ante la OEA contra Venezuela.", {"Ana Gil"}, {"Venezuela"}),
    # what hangs on a place or on another person is of the clause's subject
    ("La exalcaldesa Ana Gil se encuentra recluida en el penal de San Telmo, acusada de fraude.", set(), {"Ana Gil"}),
    ("Ana Gil cumple prisión preventiva en la cárcel de Piñero, acusada de lavado de dinero.", set(), {"Ana Gil"}),
    ("Luis Paz fue detenido en Quito por la Policía, acusado de estafa.", set(), {"Luis Paz"}),
    ("El exministro Luis Paz dirigía la oficina de Aviación Civil, cuando fue acusado.", set(), {"Luis Paz"}),
    ("La Policía detuvo en Cali a Luis Paz, acusado de estafa.", set(), {"Luis Paz"}),
    # who brings a sentence about, and whom it is against or for
    (
        "La Fiscalía de Lima obtuvo una sentencia de diez años de prisión contra Ana Gil.",
        {"Fiscalía de Lima"},
        {"Ana Gil"},
    ),
    ("La Fiscalía de Lima logró una condena a cadena perpetua para Ana Gil.", {"Fiscalía de Lima"}, {"Ana Gil"}),
    ("La senadora Ana Gil recibió una condena de cinco años por corrupción.", set(), {"Ana Gil"}),
    # who feels
    ("El senador Luis Paz se mostró muy preocupado por la ley.", {"Luis Paz"}, set()),
    # a person is drawn into a matter
    ("El fiscal vinculó al senador Luis Paz con el narcotráfico.", set(), {"Luis Paz"}),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), PARTIES, ids=lambda value: str(value)[:60])
def test_extract_events_finds_who_accuses_whom(
    nlp: "Language", text: str, actors: set[str], recipients: set[str]
) -> None:
    found, mention = told(nlp, text, "ACCUSE")
    assert (parties(found, mention, "actor"), parties(found, mention, "recipient")) == (actors, recipients)


NOBODY_ACCUSED = [
    "Dos policías están a disposición del Juzgado Federal, a cargo de Ana Gil, acusados de extorsión.",
    "El presidente Luis Paz calificó el pacto como «histórico».",
    "El senador Luis Paz dijo a los preocupados vecinos que no hay ley.",
    "El portal Faro Sur verificó el discurso del presidente Luis Paz.",
    "La popularidad del senador Luis Paz está relacionada con la guerra y el narcotráfico.",
    "El alcalde Luis Paz avisó que llegará tarde al debate.",
    "Al ser cuestionado por la prensa, el alcalde Luis Paz sonrió.",
    "El alcalde Luis Paz atribuyó a la ministra Ana Gil el éxito del censo.",
    "El senador Luis Paz alzó la voz a favor de las maestras.",
    "La casa es, de acuerdo con la investigación de Faro Sur, de la senadora Ana Gil.",
    "Una investigación periodística de los diarios Faro Sur y La Tarde de Lima reveló pagos del Congreso.",
]


@pytest.mark.parametrize("text", NOBODY_ACCUSED)
def test_extract_events_takes_no_praise_notice_or_report_for_an_accusation(nlp: "Language", text: str) -> None:
    assert "ACCUSE" not in {mention.event_type for mention in read(nlp, text).event_mentions}


def test_extract_events_reads_what_one_agrees_with(nlp: "Language") -> None:
    found, mention = told(
        nlp, "El senador Luis Paz está de acuerdo con la petición de la alcaldesa Ana Gil.", "REQUEST"
    )
    assert parties(found, mention, "actor") == {"Ana Gil"}
