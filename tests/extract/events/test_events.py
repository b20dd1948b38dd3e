"""Events: who did what to whom, whether, when and where."""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from flows.extract import extract
from flows.extract.events.candidates import find_candidates
from flows.records import Article, EventMention, Findings

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: "Language", text: str) -> Findings:
    article = Article(article_id="a_" + "0" * 16, source_path="x.txt", text=text, published_on=dt.date(2024, 5, 8))
    return extract(nlp(text), article)


def told(nlp: "Language", text: str, event_type: str) -> tuple[Findings, EventMention]:
    found = read(nlp, text)
    return found, next(each for each in found.event_mentions if each.event_type == event_type)


def parties(found: Findings, mention: EventMention, role: str) -> set[str]:
    names = {entity.article_entity_id: entity.name for entity in found.entities}
    return {
        names[each.entity_id]
        for each in found.event_participants
        if each.event_mention_id == mention.event_mention_id and each.role == role
    }


PARTICIPANTS = [
    ("La ONU condenó a Corea del Norte.", "ACCUSE", {"ONU"}, {"Corea del Norte"}),
    ("Corea del Norte fue condenada por la ONU.", "ACCUSE", {"ONU"}, {"Corea del Norte"}),
    ("Francia y Alemania firmaron un tratado de defensa.", "SUPPORT", {"Francia", "Alemania"}, set()),
    ("El tratado fue firmado por Francia y Alemania.", "SUPPORT", {"Francia", "Alemania"}, set()),
    ("La invasión rusa de Ucrania empezó en febrero.", "ASSAULT", {"Rusia"}, {"Ucrania"}),
    ("El envío de armas a Ucrania por parte de Polonia continúa.", "AID", {"Polonia"}, {"Ucrania"}),
    ("Continúa la entrega de armas estadounidenses a Ucrania.", "AID", {"Estados Unidos"}, {"Ucrania"}),
    ("Las negociaciones entre Chile y Bolivia fracasaron.", "CONSULT", {"Chile", "Bolivia"}, set()),
    ("Moscú acusó a Polonia de mentir.", "ACCUSE", {"Rusia"}, {"Polonia"}),
    ("Egipto, que criticó a Israel, cerró la frontera.", "ACCUSE", {"Egipto"}, {"Israel"}),
    ("Pesan sobre Irán las sanciones impuestas por Francia.", "SANCTION", {"Francia"}, {"Irán"}),
    ("Brasil condenó la invasión de Ucrania por Rusia.", "ACCUSE", {"Brasil"}, {"Rusia"}),
    ("Desde la Cruz Roja piden ayuda a Chile.", "REQUEST", {"Cruz Roja"}, {"Chile"}),
    ("Desde la Defensoría del Pueblo se ha solicitado una reunión.", "REQUEST", {"Defensoría del Pueblo"}, set()),
    ("Las felicitaciones son por parte de Elena Duarte y la FIFA.", "SUPPORT", {"Elena Duarte", "FIFA"}, set()),
    ("La Fiscalía General abrió el caso. El fiscal pidió ayuda a Chile.", "REQUEST", {"Fiscalía General"}, {"Chile"}),
    ("El presidente Luis Mora lo lamentó, y en marzo asesinaron a un juez.", "ASSAULT", set(), set()),
    ("Elena Duarte habló. El entrenador criticó a Chile.", "ACCUSE", set(), {"Chile"}),
    ("Elena Duarte habló. El entrenador calló y luego criticó a Chile.", "ACCUSE", set(), {"Chile"}),
    ("Ana Gil dimitió ayer. El Congreso aceptó su renuncia.", "CONCEDE", {"Ana Gil"}, set()),
    ("Elena Duarte le reclamó al árbitro. Hablaba del partido de Perú.", "REQUEST", {"Elena Duarte"}, set()),
    ("La policía detuvo al expresidente colombiano.", "COERCE", set(), set()),
    ("La policía detuvo a tres sospechosos chilenos.", "COERCE", set(), set()),
    ("Elena Duarte elogió a Perú por su negociación con Chile.", "CONSULT", {"Perú", "Chile"}, set()),
    ("Tras la reunión con Chile, Perú guardó silencio.", "CONSULT", {"Perú", "Chile"}, set()),
    ("Elena Duarte señaló al alcalde Luis Mora, a quien acusó de mentir.", "ACCUSE", {"Elena Duarte"}, {"Luis Mora"}),
    ("El ataque que lanzó Israel fue breve.", "ASSAULT", {"Israel"}, set()),
    ("La FIFA anunció que prohibirán la venta de entradas.", "COERCE", {"FIFA"}, set()),
    ("De gira por Oaxaca, el dirigente Luis Mora pidió unidad.", "REQUEST", {"Luis Mora"}, set()),
    ("Previamente, Elena Duarte, se había reunido con Luis Paz.", "CONSULT", {"Elena Duarte", "Luis Paz"}, set()),
    ("Chile suministró cañones y otras armas a Ucrania.", "AID", {"Chile"}, {"Ucrania"}),
    ("Empresarios mexicanos felicitan a Ana Gil.", "SUPPORT", set(), {"Ana Gil"}),
    ("FARC felicita a Duarte y le pide ceder", "SUPPORT", {"FARC"}, {"Duarte"}),
    ("El Senado de Chile ratificó la candidatura de Ana Gil.", "SUPPORT", {"Senado de Chile"}, {"Ana Gil"}),
    ("Elena Duarte habló. La reforma fue impugnada por la ONU.", "REJECT", {"ONU"}, set()),
    ("Luis Mora resultó herido en Lima.", "ASSAULT", set(), {"Luis Mora"}),
    ("Luis Mora, presidente del club y quien antes acusó a Chile, calló.", "ACCUSE", {"Luis Mora"}, {"Chile"}),
    ("Dañan la imagen de Egipto y por ello insta a Perú a votar.", "REQUEST", set(), {"Perú"}),
    ("Elena Duarte leyó la carta. Ana Gil la solicitó ayer.", "REQUEST", {"Ana Gil"}, set()),
    ("La prohibición que fue impuesta por Chile es ilegal.", "COERCE", {"Chile"}, set()),
    ("El exministro de Economía criticó a Chile.", "ACCUSE", set(), {"Chile"}),
    ("Luis Mora denunció a Perú junto a Ana Gil.", "ACCUSE", {"Luis Mora"}, {"Perú"}),
    ("El ministro Luis Paz huyó. Fue asesinado el jefe de la ONU.", "ASSAULT", set(), {"ONU"}),
    ("Ana Gil presentó una querella ante los juzgados contra Rosa Paz.", "ACCUSE", {"Ana Gil"}, {"Rosa Paz"}),
    ("Con un pacto pendiente de recibir apoyo, Luis Mora criticó a Chile.", "ACCUSE", {"Luis Mora"}, {"Chile"}),
    ("El electorado manifiesta su apoyo por Rosa Paz.", "SUPPORT", set(), {"Rosa Paz"}),
    ("Mora calló. El país andino está sumido en la crisis y pide ayuda a Perú.", "REQUEST", set(), {"Perú"}),
    ("Creen que la OTAN, Turquía y otros poderes acusaron a Chile.", "ACCUSE", {"OTAN", "Turquía"}, {"Chile"}),
    ("La policía investiga la masacre de Ayotzinapa.", "ASSAULT", set(), set()),
    ("El papa Francisco habló. La denuncia la presentó Luis Mora.", "ACCUSE", {"Luis Mora"}, set()),
    ("Luis Mora y el tratado: México acusó a Chile.", "ACCUSE", {"México"}, {"Chile"}),
    ("Las solicitudes emitidas por la ONU fueron leídas.", "REQUEST", {"ONU"}, set()),
    ("La Defensoría envió una carta a Chile en medio de una denuncia de Ana Gil.", "ACCUSE", {"Ana Gil"}, set()),
    ("A Elena Duarte le gustaría apoyar a Luis Mora.", "SUPPORT", {"Elena Duarte"}, {"Luis Mora"}),
    ("Rosa Paz se acercó a Luis Mora para recriminarle el viaje de Ana Gil.", "ACCUSE", {"Rosa Paz"}, {"Luis Mora"}),
    ("El doctor Luis Paz llegó con Ana Gil. El doctor criticó a Chile.", "ACCUSE", {"Luis Paz"}, {"Chile"}),
    ("La Corte Suprema y la ONU callaron. El alto tribunal criticó a Chile.", "ACCUSE", {"Corte Suprema"}, {"Chile"}),
    ("Luis Paz dijo que Ana Gil lo amenazó.", "THREATEN", {"Ana Gil"}, {"Luis Paz"}),
    ("Ana Gil habló en Lima. «La ONU mintió», denunció.", "ACCUSE", {"Ana Gil"}, set()),
    ("Ana Gil habló en Lima. A Luis Mora se le acusó de robo.", "ACCUSE", set(), {"Luis Mora"}),
    (
        "La Cruz Roja buscaba al senador Luis Mora. Una patrulla de la Cruz Roja lo auxilió el lunes.",
        "AID",
        {"Cruz Roja"},
        {"Luis Mora"},
    ),
    ("La ONU calló. El ministro pidió a Luis Mora la carta y la ONU la rechazó.", "REJECT", {"ONU"}, set()),
    ("La Corte regañó al exministro Luis Paz por negarse a declarar.", "REJECT", {"Luis Paz"}, set()),
    ("Rosa Paz fue detenida por el crimen de Luis Mora.", "COERCE", set(), {"Rosa Paz"}),
    ("La ONU recibió un pedido de justicia por Ana Gil.", "REQUEST", set(), {"ONU"}),
    ("Chile criticó la decisión del Senado de apoyar a Perú.", "SUPPORT", {"Senado"}, {"Perú"}),
    ("La Fiscalía dijo que Luis Paz le pidió a Chile un plazo.", "REQUEST", {"Luis Paz"}, {"Chile"}),
    ("Luis Mora lidera el partido. El líder tabasqueño criticó a Chile.", "ACCUSE", set(), {"Chile"}),
    (
        "Luis Mora llegó a Lima. La creación de empleo cae, por lo que pidió ayuda a Perú.",
        "REQUEST",
        {"Luis Mora"},
        {"Perú"},
    ),
    ("Francia deportó a Rusia a tres maestros.", "COERCE", {"Francia"}, set()),
    ("Muchos jóvenes fueron deportados a Siberia.", "COERCE", set(), set()),
    ("Ana Gil, hija de Luis Mora, el jubilado asesinado en Lima, calló.", "ASSAULT", set(), {"Luis Mora"}),
]


@pytest.mark.parametrize(
    ("text", "event_type", "actors", "recipients"), PARTICIPANTS, ids=lambda value: str(value)[:40]
)
def test_extract_events_finds_who_does_it_to_whom(
    nlp: "Language", text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors
    assert parties(found, mention, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "event_types"),
    [
        ("La Policía buscaba a Luis Mora. Una patrulla lo auxilió.", set()),
        ("Las armas intervenidas a la guerrilla de las FARC son muchas.", {"COERCE"}),
    ],
)
def test_extract_events_names_no_party_that_is_unlikely(nlp: "Language", text: str, event_types: set[str]) -> None:
    found = read(nlp, text)
    assert {each.event_type for each in found.event_mentions} == event_types
    assert not found.event_participants


def test_extract_events_gives_a_visit_its_host_and_place(nlp: "Language") -> None:
    found, mention = told(nlp, "El papa Francisco visitó Irak en marzo de 2021.", "CONSULT")
    names = {entity.article_entity_id: entity.name for entity in found.entities}
    assert mention.event_mode == "visit"
    assert parties(found, mention, "recipient") == {"Irak"}
    assert names[mention.place_entity_id or ""] == "Irak"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("La reunión de Ana Gil y Luis Mora tuvo lugar en Lima.", "Lima"),
        ("La reunión de Ana Gil y Luis Mora cambiará la seguridad en Europa.", None),
    ],
)
def test_extract_events_takes_no_place_from_what_an_event_acts_on(nlp: "Language", text: str, place: str) -> None:
    found, mention = told(nlp, text, "CONSULT")
    names = {entity.article_entity_id: entity.name for entity in found.entities}
    assert names.get(mention.place_entity_id or "") == place


def test_extract_events_places_no_demand_where_it_is_voted_on(nlp: "Language") -> None:
    text = "La senadora Ana Gil exigió ayer la renuncia de Luis Mora.\nEn Cusco, Perú votó en contra de la propuesta."
    _, mention = told(nlp, text, "REQUEST")
    assert mention.text == "exigió"
    assert mention.place_entity_id is None


def test_extract_events_resolves_both_countries(nlp: "Language") -> None:
    text = "Perú y Ecuador comparten frontera. Los dos países firmaron ayer un tratado de paz."
    found, mention = told(nlp, text, "SUPPORT")
    assert parties(found, mention, "actor") == {"Perú", "Ecuador"}


def test_extract_events_takes_a_dropped_subject_from_the_sentence_before(nlp: "Language") -> None:
    found, mention = told(nlp, "Francia retiró a su embajador. También condenó a Mali.", "ACCUSE")
    assert parties(found, mention, "actor") == {"Francia"}


def test_extract_events_lets_a_subject_point_back_by_a_pronoun(nlp: "Language") -> None:
    # articles with such a subject were once lost
    text = "Los ministros se reunieron en Lima. El jefe de ellos visitó Quito. Francia atacó a Polonia."
    assert any(mention.text == "atacó" for mention in read(nlp, text).event_mentions)


def test_extract_events_names_the_victims_whom_a_report_identifies(nlp: "Language") -> None:
    text = "Dos jóvenes fueron asesinados anoche. Los jóvenes fueron identificados como Ana Gil Mora y Luis Paz Rey."
    found, mention = told(nlp, text, "ASSAULT")
    assert parties(found, mention, "recipient") == {"Ana Gil Mora", "Luis Paz Rey"}


def test_extract_events_lets_a_role_stand_for_its_holder(nlp: "Language") -> None:
    text = "La víctima, identificada como Rosa Luna Vera, tenía 30 años. Dos hombres mataron a la víctima en Cali."
    found, mention = told(nlp, text, "ASSAULT")
    assert parties(found, mention, "recipient") == {"Rosa Luna Vera"}


def test_extract_events_shares_the_victim_among_mentions_of_one_killing(nlp: "Language") -> None:
    found = read(nlp, "Investigan el asesinato de Juan Soto Paz en Cali. El asesinato ocurrió el lunes.")
    killings = [each for each in found.event_mentions if each.event_type == "ASSAULT"]
    assert [parties(found, each, "recipient") for each in killings] == [{"Juan Soto Paz"}] * 2


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Ana Gil evitó las críticas a Luis Mora.", "ACCUSE", "denied"),
        ("Rusia negó las acusaciones de Japón.", "ACCUSE", "occurred"),
        ("Ana Gil no dejó criticar a Luis Mora.", "ACCUSE", "denied"),
        ("Ana Gil no dejó de criticar a Luis Mora.", "ACCUSE", "occurred"),
        ("El pacto no evitará el ataque de Rusia contra Polonia.", "ASSAULT", "hypothetical"),
    ],
)
def test_extract_events_tells_what_is_kept_from_being_done(
    nlp: "Language", text: str, event_type: str, status: str
) -> None:
    _, mention = told(nlp, text, event_type)
    assert mention.status == status


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("La Policía detuvo a tres hombres, entre ellos el hijo del ministro Luis Mora.", set()),
        ("La Policía detuvo a tres ministros, entre ellos Luis Mora y Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ],
)
def test_extract_events_takes_nobody_for_his_son(nlp: "Language", text: str, recipients: set[str]) -> None:
    found, mention = told(nlp, text, "COERCE")
    assert parties(found, mention, "recipient") == recipients


def test_extract_events_gives_what_is_done_to_new_ones_no_recipient_told_of_before(nlp: "Language") -> None:
    found = read(nlp, "Japón impuso sanciones a China. Japón impuso sanciones a tres empresas del norte.")
    sanctions = [each for each in found.event_mentions if each.event_type == "SANCTION"]
    assert [parties(found, each, "recipient") for each in sanctions] == [{"China"}, set()]


def test_extract_events_does_not_share_whom_one_accuses(nlp: "Language") -> None:
    found = read(nlp, "Chile acusó a Perú de espionaje. Chile también acusó sin pruebas a los pescadores.")
    accusations = [each for each in found.event_mentions if each.event_type == "ACCUSE"]
    assert [parties(found, each, "recipient") for each in accusations] == [{"Perú"}, set()]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Los obreros protestaron contra el ajuste.", "PROTEST"),
        ("Unas 200 personas marcharon para protestar contra el ajuste.", "PROTEST"),
        ("El senador Pedro Ruiz protestó por el ajuste.", "ACCUSE"),
        ("MILES DE VECINOS MANIFIESTAN CONTRA EL GOBIERNO", "PROTEST"),
        ("Cientos de obreros manifestaron ayer en Turín.", "PROTEST"),
    ],
)
def test_extract_events_tells_a_protest_from_a_complaint(nlp: "Language", text: str, event_type: str) -> None:
    assert event_type in {each.event_type for each in read(nlp, text).event_mentions}


def test_extract_events_points_at_a_country_that_is_not_named(nlp: "Language") -> None:
    found, mention = told(nlp, "Las tropas rusas atacaron Polonia.", "ASSAULT")
    assert parties(found, mention, "actor") == {"Rusia"}
    assert any(entity.name == "Rusia" and not entity.mention_forms for entity in found.entities)


def test_extract_events_lets_a_bare_noun_repeat_the_event_before(nlp: "Language") -> None:
    text = "Chile y Bolivia mantuvieron una reunión en Lima. La reunión duró dos horas."
    found = read(nlp, text)
    first, second = (each for each in found.event_mentions if each.event_type == "CONSULT")
    assert parties(found, second, "actor") == parties(found, first, "actor") == {"Chile", "Bolivia"}


@pytest.mark.parametrize(
    ("text", "event_type", "trigger"),
    [
        ("Piden al Gobierno más maestros.", "REQUEST", "Piden"),
        ("Fue detenida una profesora en Sevilla.", "COERCE", "detenida"),
        ("Luis Paz fue detenido, juzgado y condenado por robo.", "ACCUSE", "condenado"),
        ("Cayó un joven en Rosario: sería el sicario de la banda.", "COERCE", "Cayó"),
    ],
)
def test_extract_events_counts_plain_words_of_domestic_news_whoever_is_named(
    nlp: "Language", text: str, event_type: str, trigger: str
) -> None:
    assert (event_type, trigger) in {(each.event_type, each.text) for each in read(nlp, text).event_mentions}


def test_extract_events_takes_a_death_for_a_killing_only_where_the_passage_says_so(nlp: "Language") -> None:
    natural = "La muerte de Pedro Gómez entristeció a sus vecinos de Lima."
    violent = "Piden justicia por la muerte de Pedro Gómez. El homicidio ocurrió en Lima."
    assert "muerte" not in {each.text for each in read(nlp, natural).event_mentions}
    assert "muerte" in {each.text for each in read(nlp, violent).event_mentions}


def dates(nlp: "Language", text: str, event_type: str) -> list[str | None]:
    return [each.date_value for each in read(nlp, text).event_mentions if each.event_type == event_type]


def test_extract_events_dates_what_is_reported_by_the_day_of_publication_where_it_is_named(nlp: "Language") -> None:
    text = "Francia condenó a Mali. La sesión de hoy fue larga. También criticó a Chad."
    assert dates(nlp, text, "ACCUSE") == ["2024-05-08", "2024-05-08"]
    assert dates(nlp, "Francia condenó a Mali. También criticó a Chad.", "ACCUSE") == [None, None]


def test_extract_events_dates_what_is_reported_by_the_day_of_the_verb_that_the_lead_says_it_with(
    nlp: "Language",
) -> None:
    text = "La ministra Ana Gil aseguró el lunes que habrá tregua. Además, Ana Gil acusó a Mali de mentir."
    assert dates(nlp, text, "ACCUSE") == ["2024-05-06"]


@pytest.mark.parametrize(
    "text",
    [
        "Francia exige a Mali una disculpa.",  # at all times
        "Francia ha criticado a Mali.",  # some time
        "Había una carta que Francia pidió a Mali.",
        "La carta solicitada por Francia a Mali llegó.",
        "Ana Gil sostenía que Francia criticó a Mali.",
    ],
)
def test_extract_events_gives_what_is_no_news_no_day_of_the_report(nlp: "Language", text: str) -> None:
    found = read(nlp, f"Francia condenó el lunes a Chad. {text}").event_mentions
    assert {each.date_value for each in found if each.char_start > 32} <= {None}
    assert found[0].date_value == "2024-05-06"


def test_extract_events_reads_the_perfect_as_news_where_the_day_is_told_in_it(nlp: "Language") -> None:
    text = "Francia ha condenado este lunes a Chad. También Francia ha criticado a Mali."
    assert dates(nlp, text, "ACCUSE") == ["2024-05-06", "2024-05-06"]


@pytest.mark.parametrize(
    "text",
    [
        "El lunes Ana Gil fue nombrada ministra tras condenar a Mali.",
        "Ana Gil, candidata en las elecciones de marzo, condenó a Mali.",
        "El país, que Francia había condenado, negó el lunes la noticia.",
        "Francia condenó a Mali tras la fiesta del domingo.",
        "Francia condenó la fiesta de 2011 en Mali.",
    ],
)
def test_extract_events_gives_no_date_of_something_else_in_the_sentence(nlp: "Language", text: str) -> None:
    assert dates(nlp, text, "ACCUSE") == [None]


def test_extract_events_dates_what_is_announced_by_its_announcement(nlp: "Language") -> None:
    text = "Ana Gil anunció su renuncia en un mensaje transmitido por la radio el lunes."
    assert dates(nlp, text, "CONCEDE") == ["2024-05-06"]


def test_extract_events_gives_words_of_today_no_date_of_words_that_are_recalled(nlp: "Language") -> None:
    text = "Francia condenó a Mali por la guerra.\n\nAna Gil habló. En enero de 2020 Francia condenó a Mali."
    assert dates(nlp, text, "ACCUSE") == [None, "2020-01"]


def test_extract_events_dates_a_deed_by_a_participle_that_tells_it(nlp: "Language") -> None:
    assert dates(nlp, "Pesa la masacre de Ayotzinapa, cometida en septiembre de 2014.", "ASSAULT") == ["2014-09"]


def test_extract_events_keeps_the_dates_of_two_attacks_apart(nlp: "Language") -> None:
    text = "La masacre de Trujillo fue en marzo de 1990. La masacre de Mapiripán sigue impune."
    assert dates(nlp, text, "ASSAULT") == ["1990-03", None]


def test_extract_events_does_not_let_a_thing_act_for_its_owner(nlp: "Language") -> None:
    found = read(nlp, "La técnica de Pedro Almodóvar promete ayuda a los actores.")
    assert not [each for each in found.event_mentions if parties(found, each, "actor")]


STATUSES = [
    ("Francia condenó a Irán.", "occurred"),
    ("Francia no condenó a Irán.", "denied"),
    ("Francia condenará a Irán.", "planned"),
    ("Francia va a condenar a Irán.", "planned"),
    ("Francia tiene previsto condenar a Irán.", "planned"),
    ("Chile tenía pensado condenar a Irán.", "planned"),
    ("Francia podría condenar a Irán.", "hypothetical"),
    ("Francia condenaría a Irán.", "hypothetical"),
    ("Francia habría condenado a Irán.", "hypothetical"),
    ("Según la prensa, Francia habría condenado a Irán.", "occurred"),
    ("El portavoz dijo que Francia condenaría a Irán.", "planned"),
    ("El portavoz dijo que Francia condenaría a Irán si hay guerra.", "hypothetical"),
    ("Eso sonaría como una crítica a Irán.", "hypothetical"),
    ("La frase sería una crítica a Irán.", "hypothetical"),
    ("¿Condenará Francia a Irán?", "hypothetical"),
    ("¿Por qué condenó Francia a Irán?", "occurred"),
    ("Francia no solo condenó a Irán.", "occurred"),
    ("Francia trata de condenar a Irán.", "hypothetical"),
    ("Francia quiere condenar a Irán.", "hypothetical"),
    ("Si Francia condena a Irán, habrá guerra.", "hypothetical"),
    ("Francia se negó a condenar a Irán.", "denied"),
    ("Probablemente Francia condenará a Irán.", "hypothetical"),
    ("Quizá Francia condene a Irán.", "hypothetical"),
    ("Ana Gil dijo que Francia condenara a Irán.", "hypothetical"),
    ("Ana Gil reiteró su llamado a Francia para condenar a Irán.", "hypothetical"),
    ("Francia se reunió para condenar a Irán.", "occurred"),
    ("Francia se reunirá para condenar a Irán.", "planned"),
    ("Chile quiere castigar a Francia por condenar a Irán.", "occurred"),
    # what a subjunctive tells
    ("Cuando Francia condene a Irán, habrá paz.", "planned"),
    ("Chile esperará hasta que Francia condene a Irán.", "hypothetical"),
    ("Antes de que Francia condene a Irán habrá guerra.", "hypothetical"),
    ("Chile votará para que Francia condene a Irán.", "hypothetical"),
    ("Chile votará sin que Francia condene a Irán.", "denied"),
    ("Ojalá Francia condene a Irán.", "hypothetical"),
    ("Que denuncie la senadora Ana Gil a Luis Paz.", "hypothetical"),
    ("Aunque Francia condene a Irán, habrá paz.", "occurred"),
    ("Chile votó cuando Francia condenó a Irán.", "occurred"),
    # what a "no" says that is done, or may be
    ("Francia no dudó en condenar a Irán.", "occurred"),
    ("Francia no tardará en condenar a Irán.", "planned"),
    ("Chile no evitó que Francia condenara a Irán.", "occurred"),
    ("Chile no descartó que Francia condene a Irán.", "hypothetical"),
    ("Chile descartó que Francia condene a Irán.", "denied"),
    ("Chile desmintió que Francia condenó a Irán.", "denied"),
    ("Francia estuvo a punto de condenar a Irán.", "hypothetical"),
    ("La ministra Ana Gil manda una carta para criticar a Luis Paz.", "occurred"),
    ("Un foro ha sido usado por Francia para condenar a Irán.", "occurred"),
    ("Un foro será usado por Francia para condenar a Irán.", "planned"),
    ("La comisión debió abrir antes para condenar a Irán.", "planned"),
    ("Ana Gil votó después de que Luis Paz condenará a Irán.", "occurred"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES, ids=lambda value: value)
def test_extract_events_tells_what_happened_from_what_may(nlp: "Language", text: str, status: str) -> None:
    _, mention = told(nlp, text, "ACCUSE")
    assert mention.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("La posible visita de Lula da Silva a Chile preocupa.", "hypothetical"),
        ("La próxima visita de Lula da Silva a Chile será larga.", "planned"),
        ("El presidente anunció una visita de Lula da Silva a Chile.", "planned"),
        ("Brasil negó la visita de Lula da Silva a Chile.", "denied"),
        ("La visita de Lula da Silva a Chile empezó ayer.", "occurred"),
        ("Una visita de Dilma Rousseff a Chile sería un error.", "hypothetical"),
        ("El ruido se debe a la visita de Dilma Rousseff a Chile.", "occurred"),
        ("La prensa desmontó la falsa versión de la visita de Dilma Rousseff a Chile.", "denied"),
        ("Llegó marzo sin la visita de Dilma Rousseff a Chile.", "denied"),
        ("El fiscal llevará ante el juez la visita de Dilma Rousseff a Chile.", "occurred"),
    ],
)
def test_extract_events_reads_the_status_of_a_noun_from_what_stands_around(
    nlp: "Language", text: str, status: str
) -> None:
    _, mention = told(nlp, text, "CONSULT")
    assert mention.status == status


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("El Congreso leyó la iniciativa de ley, propuesta por el Gobierno de Chile.", "REQUEST", "occurred"),
        ("El plan acordado entre Chile y Perú prevé la llegada de barcos.", "AGREE", "occurred"),
        ("El plan prevé que la ley sea propuesta por el Gobierno de Chile.", "REQUEST", "planned"),
        ("Una vez firmado por Perú y Chile, el tratado abrirá la frontera.", "SUPPORT", "planned"),
    ],
)
def test_extract_events_reads_what_a_participle_tells_of_its_noun_as_done(
    nlp: "Language", text: str, event_type: str, status: str
) -> None:
    _, mention = told(nlp, text, event_type)
    assert mention.status == status


@pytest.mark.parametrize(
    "text",
    [
        "Ana Gil iba a presentar su renuncia. La renuncia de Ana Gil dejó un vacío.",
        "Lula da Silva visitará Chile. Tras la visita de Lula da Silva a Chile hubo paz.",
    ],
)
def test_extract_events_takes_for_done_what_left_something_behind(nlp: "Language", text: str) -> None:
    assert [each.status for each in read(nlp, text).event_mentions][-1] == "occurred"


def test_extract_events_dates_an_event_by_its_own_clause(nlp: "Language") -> None:
    text = "El 3 de mayo de 2024 Francia condenó a Irán, y el 5 de mayo de 2024 Italia elogió a Chile."
    _, accused = told(nlp, text, "ACCUSE")
    _, praised = told(nlp, text, "SUPPORT")
    assert (accused.date_value, praised.date_value) == ("2024-05-03", "2024-05-05")


def test_extract_events_gives_what_is_condemned_no_date_of_the_condemnation(nlp: "Language") -> None:
    _, mention = told(nlp, "El 3 de mayo de 2024 Francia condenó la invasión rusa de Ucrania.", "ASSAULT")
    assert mention.date_value is None


def test_extract_events_dates_a_deed_by_the_day_that_the_story_has_come_to(nlp: "Language") -> None:
    _, mention = told(nlp, "Todo ocurrió el 3 de mayo de 2024. Tres policías fueron asesinados en Lima.", "ASSAULT")
    assert mention.date_value == "2024-05-03"
    text = "Todo ocurrió el 3 de mayo de 2024 y acabó el 4 de mayo de 2024. Tres policías fueron asesinados en Lima."
    assert told(nlp, text, "ASSAULT")[1].date_value is None


def test_extract_events_dates_no_deed_by_a_day_to_come_nor_by_that_of_a_paragraph_where_its_sentence_has_one(
    nlp: "Language",
) -> None:
    text = "El juicio empezará el 3 de mayo de 2031. Tres policías fueron asesinados en Lima."
    assert told(nlp, text, "ASSAULT")[1].date_value is None
    text = "Todo acabó el 3 de mayo de 2024. Tres policías fueron asesinados en Lima desde marzo de 2023."
    assert told(nlp, text, "ASSAULT")[1].date_value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los diputados acusaron a Luis Paz de mentir.", "2024-05-06"),
        ("\nLlovió.\nLos diputados acusaron a Luis Paz de mentir.", "2024-05-06"),
        ("Los diputados, a quienes buscaban desde hace meses, acusaron a Luis Paz de mentir.", "2024-05-06"),
        ("Los diputados habían acusado a Luis Paz de mentir.", None),
        ("Los diputados acusaban a Luis Paz de mentir.", None),
        ("Hace poco los diputados acusaron a Luis Paz de mentir.", None),
        ("«Los diputados acusaron a Luis Paz de mentir», dijo un vecino.", None),
    ],
)
def test_extract_events_dates_what_a_story_tells_next_by_its_day(
    nlp: "Language", text: str, expected: str | None
) -> None:
    assert dates(nlp, f"Hubo sesión el lunes. {text}", "ACCUSE") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Francia criticó a Mali», dijo Luis Paz.", None),
        ("«Francia criticó a Mali», dice la nota del Ministerio de Defensa de Francia.", "2024-05-06"),
        ("Francia criticó a Mali, que en 2010 ganó la copa.", None),
        ("Francia criticó a Mali al recordar que en 2010 mintió.", "2024-05-06"),
    ],
)
def test_extract_events_gives_no_day_of_the_report_to_what_somebody_recalls_or_to_deeds_told_with_older_ones(
    nlp: "Language", text: str, expected: str | None
) -> None:
    assert dates(nlp, f"Francia condenó el lunes a Chad. {text}", "ACCUSE") == ["2024-05-06", expected]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("El 3 de mayo de 2024 fue víctima de un ataque: tres días después murió.", "ASSAULT", "2024-05-03"),
        ("El 3 de mayo de 2024 murió el responsable del secuestro de Ana Mora.", "ASSAULT", None),
        ("Francia rechazó la crítica de Mali al recordar que en 2010 comenzaron las obras.", "REJECT", None),
    ],
)
def test_extract_events_gives_a_deed_the_date_of_its_own_clause(
    nlp: "Language", text: str, event_type: str, expected: str | None
) -> None:
    assert told(nlp, text, event_type)[1].date_value == expected


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Cientos de vecinos de una marcha por el agua, realizada el lunes en Quito, gritaron.",
            "PROTEST",
            "2024-05-06",
        ),
        ("Una marcha por el Día de la Mujer, realizada el lunes, recorrió Quito.", "PROTEST", "2024-05-06"),
        ("Una marcha por el Día de la Mujer recorrió Quito.", "PROTEST", None),
        ("Una marcha recorrió Quito en el Día de la Mujer.", "PROTEST", "2024-03-08"),
        ("Una marcha recorrió Quito por segundo día consecutivo.", "PROTEST", "2024-05-08"),
        ("Hubo gritos en una llamada del 3 de mayo, en la que Francia acusó a Mali.", "ACCUSE", "2024-05-03"),
        ("Fue el lunes cuando Francia acusó a Mali.", "ACCUSE", "2024-05-06"),
        ("Hubo gritos en una llamada del 3 de mayo, que Francia negó.", "REJECT", None),
    ],
)
def test_extract_events_dates_a_deed_by_what_its_clause_goes_on_from_and_not_by_the_day_that_it_is_about(
    nlp: "Language", text: str, event_type: str, expected: str | None
) -> None:
    assert dates(nlp, text, event_type) == [expected]


def test_extract_events_gives_what_was_done_no_day_to_come_and_another_deed_no_day_of_the_first(
    nlp: "Language",
) -> None:
    text = "Luis Paz podría ser detenido el 3 de junio de 2024. Luis Paz fue detenido."
    assert dates(nlp, text, "COERCE") == ["2024-06-03", None]
    undated = Article(article_id="a_" + "0" * 16, source_path="x.txt", text="")
    text = "Luis Paz podría ser detenido el próximo junio. Luis Paz fue detenido."
    found = extract(nlp(text), dataclasses.replace(undated, text=text))
    assert [each.date_value for each in found.event_mentions] == ["XXXX-06", None]
    text = "El lunes hubo un ataque en Lima. Ya había sucedido otro ataque en Lima."
    assert dates(nlp, text, "ASSAULT") == ["2024-05-06", None]


@pytest.mark.parametrize(
    ("opening", "expected"), [("", ["2020-01-03"]), ("Una protesta recorrió Quito.\n\n", [None, "2020-01-03"])]
)
def test_extract_events_shares_a_date_of_long_ago_with_other_paragraphs_where_the_article_begins_with_it(
    nlp: "Language", opening: str, expected: list[str | None]
) -> None:
    text = f"{opening}Los disturbios del 3 de enero de 2020 dejaron dos heridos.\n\nDurante los disturbios llovió."
    assert dates(nlp, text, "PROTEST") == [*expected, expected[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Las protestas dejaron tres heridos.", "2024-05-06"), ("El país vive un tiempo de protestas.", None)],
)
def test_extract_events_shares_no_date_with_what_is_told_of_in_general(
    nlp: "Language", text: str, expected: str | None
) -> None:
    assert dates(nlp, f"El lunes hubo protestas en Lima. {text}", "PROTEST") == ["2024-05-06", expected]


def test_extract_events_shares_the_date_among_mentions_of_one_happening(nlp: "Language") -> None:
    text = "La visita de Angela Merkel a Chile fue breve. Angela Merkel visitó Chile el 3 de mayo de 2024."
    found = read(nlp, text)
    assert {each.date_value for each in found.event_mentions if each.event_type == "CONSULT"} == {"2024-05-03"}


def test_extract_events_dates_the_coming_days_by_their_month(nlp: "Language") -> None:
    text = "Lula da Silva visitará pronto Chile. La visita se producirá en los próximos días."
    assert {each.date_value for each in read(nlp, text).event_mentions} == {"2024-05"}


def test_extract_events_dates_the_last_days_by_their_month(nlp: "Language") -> None:
    _, mention = told(nlp, "En los últimos días fueron asesinados tres policías en Lima.", "ASSAULT")
    assert mention.date_value == "2024-05"


def test_extract_events_gives_what_went_on_for_long_no_day_of_publication(nlp: "Language") -> None:
    assert [each.date_value for each in read(nlp, "Francia condenó a Mali en los últimos meses.").event_mentions] == [
        None
    ]


def test_extract_events_gives_what_is_asked_for_its_own_date(nlp: "Language") -> None:
    _, mention = told(nlp, "Francia pidió a Mali que vote el 3 de junio de 2030.", "REQUEST")
    assert mention.date_value != "2030-06-03"


def test_extract_events_takes_the_attack_for_done_whatever_its_suspects_are_promised(nlp: "Language") -> None:
    _, mention = told(nlp, "Mali quiere ayudar a los sospechosos del atentado contra Francia.", "ASSAULT")
    assert mention.status == "occurred"


@pytest.mark.parametrize(
    "text",
    [
        "El centro de detención abrió sus puertas.",
        "El acuerdo entra en vigor mañana.",
        "Se detuvo un momento en la esquina.",
        "La puesta en marcha del proyecto tardó.",
        "Sufrió un ataque de pánico en el escenario.",
        "Lea también: Francia condena a Irán",
    ],
)
def test_extract_events_leaves_alone_what_is_no_event(nlp: "Language", text: str) -> None:
    assert read(nlp, text).event_mentions == ()


def test_extract_events_leaves_out_what_is_only_asked_for(nlp: "Language") -> None:
    found = read(nlp, "Egipto pidió a Rusia ayuda humanitaria.")
    assert [each.event_type for each in found.event_mentions] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "event_type", "words"),
    [
        ("El embargo impuesto por Estados Unidos a Cuba sigue.", "SANCTION", ["embargo"]),
        ("Un juez libró una orden de captura contra el exministro Luis Mora.", "COERCE", ["orden"]),
        ("Los estudiantes salieron a protestar en Quito contra el Gobierno.", "PROTEST", ["protestar"]),
        ("El presidente Luis Mora fue cuestionado sobre la visita de Elena Duarte.", "ACCUSE", []),
        ("La exministra Elena Duarte murió de un paro cardíaco.", "PROTEST", []),
        ("El presidente Luis Mora firmó el decreto.", "SUPPORT", []),
        ("El presidente Luis Mora convocó elecciones en Chile.", "REQUEST", []),
        ("La senadora Elena Duarte volvió a hablar, acusándola de mentir.", "ACCUSE", ["acusándola"]),
        ("Los repetidos llamados de Elena Duarte para votar.", "REQUEST", ["llamados"]),
        ("La cantante Elena Duarte fue bloqueada por Facebook.", "COERCE", ["bloqueada"]),
        ("Elena Duarte le dijo a Luis Mora que se reuniera con ella.", "REQUEST", ["dijo"]),
        ("Elena Duarte le dijo a Luis Mora que se reunió con ella.", "REQUEST", []),
        ("Google dijo que no renovaría el contrato con la NASA.", "REJECT", ["renovaría"]),
        ("Los sindicatos convocaron una huelga en Francia.", "PROTEST", ["convocaron"]),
        ("La policía detuvo la marcha de los maestros contra el presidente.", "PROTEST", ["marcha"]),
        ("La charla de Elena Duarte con Luis Mora fue breve.", "CONSULT", ["charla"]),
        ("La jueza Elena Duarte disparó un dardo a los senadores.", "ASSAULT", []),
    ],
    ids=lambda value: str(value),
)
def test_candidates_are_one_a_deed_and_in_the_sense_of_their_type(
    nlp: "Language", text: str, event_type: str, words: list[str]
) -> None:
    found = read(nlp, text)
    told_of, _ = find_candidates(nlp(text), dataclasses.replace(found, event_mentions=(), event_participants=()))
    assert [event.token.text for event in told_of if event.entry.event_type == event_type] == words


def test_candidates_take_what_is_told_by_a_no_for_done(nlp: "Language") -> None:
    text = "El presidente Luis Mora no acató la orden de la ONU."
    told_of, _ = find_candidates(nlp(text), read(nlp, text))
    assert [each.status for each in told_of if each.entry.event_type == "REJECT"] == ["occurred"]


def test_candidates_read_a_phrase_through_its_marks(nlp: "Language") -> None:
    text = "El presidente Luis Mora calificó el juicio de «farsa»."
    told_of, _ = find_candidates(nlp(text), read(nlp, text))
    assert "calificó" in [each.token.text for each in told_of if "followed_by" in dict(each.entry.conditions)]


def test_extract_events_gives_one_row_for_a_verb_and_its_noun(nlp: "Language") -> None:
    found = read(nlp, "Polonia envió ayuda militar a Ucrania.")
    assert [each.event_type for each in found.event_mentions] == ["AID"]


def test_extract_events_keeps_denial_and_what_is_denied_apart(nlp: "Language") -> None:
    found = read(nlp, "Corea del Norte negó la entrega de armas a Rusia.")
    assert [(each.event_type, each.status) for each in found.event_mentions] == [
        ("REJECT", "occurred"),
        ("AID", "denied"),
    ]


def test_extract_events_is_as_sure_of_what_is_denied_as_of_its_denial(nlp: "Language") -> None:
    found = read(nlp, "Siria niega la entrega de armas a Cuba.").event_mentions
    assert {each.event_type: each.status for each in found} == {"REJECT": "occurred", "AID": "denied"}
    assert len({each.confidence for each in found}) == 1


def test_extract_events_points_at_the_quote_and_its_speaker(nlp: "Language") -> None:
    text = "«Francia condenó a Irán», dijo Angela Merkel."
    found, mention = told(nlp, text, "ACCUSE")
    assert mention.quote_id == found.quotes[0].quote_id
    assert mention.source_entity_id == found.quotes[0].speaker_entity_id is not None


@pytest.mark.parametrize("text", ["", "...", "«", "Ataque", "de de de", "firmó firmó firmó", "¿Visita?\n\nVisita"])
def test_extract_events_takes_any_text(nlp: "Language", text: str) -> None:
    assert all(each.text == text[each.char_start : each.char_end] for each in read(nlp, text).event_mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Es difícil negar una acusación cuando nadie la conoce.",
        "Pedir más dinero no basta.",
        "La norma exige un detector de humo.",
        "La denuncia se apoya en tres argumentos.",
        "El presidente Luis Paz se propone bajar los impuestos.",
        "La senadora advirtió que los niños duermen poco.",
        "El país está golpeado por la guerra.",
        "El texto sancionado por el Senado tiene dos páginas.",
        "Los científicos de Chile investigan el origen del virus.",
        "El fallo atenta contra la dignidad de las personas.",
        "La discusión sobre el fútbol seguirá.",
        "La enferma cumple la cuarentena en su casa.",
        "Según la denuncia, el video es falso.",
        "El pueblo se siente atacado por la prensa.",
        "Los vecinos siempre exigen papeles.",
        "Hay personas que no apoyan la idea.",
        "La petición incluye tres puntos.",
        "El juez Raúl Peñalba defendió la libertad de manifestación.",
        "Los heridos duermen en el hospital.",
        "El acta habla de un delito de homicidio.",
        "Clara Montes es abogada y Luis Paz es abogado.",
    ],
)
def test_extract_events_leaves_out_what_is_no_act(nlp: "Language", text: str) -> None:
    assert [(each.event_type, each.text) for each in read(nlp, text).event_mentions] == []


@pytest.mark.parametrize(
    "text",
    [
        "Los vecinos exigen una explicación.",
        "La oposición criticó la medida.",
        "El ministro advirtió que habrá consecuencias.",
    ],
)
def test_extract_events_leaves_out_words_that_nobody_named_says_or_hears(nlp: "Language", text: str) -> None:
    assert read(nlp, text).event_mentions == ()


def test_extract_events_keeps_what_is_done_to_people_whoever_they_are(nlp: "Language") -> None:
    assert [each.event_type for each in read(nlp, "Tres estudiantes fueron detenidos en Lima.").event_mentions] == [
        "COERCE"
    ]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Pedro Castillo ingresó en prisión en Lima.", "COERCE"),
        ("Pedro Castillo salió de la cárcel en Lima.", "RETREAT"),
        ("Pedro Castillo enfrenta un proceso en Lima.", "ACCUSE"),
    ],
)
def test_extract_events_takes_who_is_jailed_tried_or_freed_for_the_recipient(
    nlp: "Language", text: str, event_type: str
) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == set()
    assert parties(found, mention, "recipient") == {"Pedro Castillo"}


@pytest.mark.parametrize(
    ("text", "word", "is_its"),
    [
        ("Chile condenó la masacre ocurrida el 3 de mayo de 2023 en Mali.", "condenó", False),
        ("Por los hechos, que ocurrieron el 3 de mayo de 2023, Chile condenó a Mali.", "condenó", False),
        ("Francia, según dijo el 3 de mayo de 2023 un vocero, condenó a Mali.", "condenó", False),
        ("El 3 de mayo de 2023 cayó el hombre que atacó a Mali.", "atacó", False),
        ("El 3 de mayo de 2023 fue condenado por la invasión de Mali.", "invasión", False),
        ("Chile condenó a Mali y publicó el 3 de mayo de 2023 una carta.", "condenó", False),
        ("Chile condenó a Mali en una carta publicada el 3 de mayo de 2023.", "condenó", True),
        ("Francia condenó a Mali el 3 de mayo de 2023.", "condenó", True),
        ("La invasión de Mali que ocurrió el 3 de mayo de 2023 sorprendió a Chile.", "invasión", True),
    ],
)
def test_date_is_not_that_of_another_clause(nlp: "Language", text: str, word: str, is_its: bool):
    dates = {each.text: each.date_value for each in read(nlp, text).event_mentions}
    assert word in dates
    assert (dates[word] == "2023-05-03") is is_its
