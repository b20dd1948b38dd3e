"""Whether an article tells of public life at all."""

from typing import TYPE_CHECKING

from flows.extract import extract
from flows.extract.events.triggers.topic import tells_of_public_life
from flows.records import Article, EventMention

if TYPE_CHECKING:
    from spacy.language import Language

MATCH = (
    "El Deportivo Quilmar derrotó dos a cero al Atlético Roblenar en el estadio de la ciudad de Tandil. Los locales "
    "atacaron desde el primer minuto y el delantero Julio Barrera disparó contra el arco apenas empezó el encuentro. "
    "El entrenador Mario Lezcano pidió calma a sus jugadores y reclamó al árbitro un penal sobre el final de la "
    "primera parte. En la segunda mitad, Roblenar salió a la ofensiva, pero la defensa de Quilmar rechazó sus ataques. "
    "Lezcano elogió a Barrera después del encuentro y agradeció a los hinchas el apoyo que dieron al equipo durante "
    "toda la temporada, en la que volvió a ganar después de tres años de malos resultados y de muchas críticas."
)

SESSION = (
    "El Senado aprobó la reforma del sistema de pensiones después de una larga sesión. La ministra de Hacienda, Carla "
    "Montes, pidió a los senadores de la oposición que votaran a favor del proyecto de ley del Gobierno y elogió a los "
    "diputados que ya lo habían hecho. El senador Raúl Peñalba acusó a la ministra de ocultar el costo de la medida y "
    "rechazó la propuesta. Mientras tanto, miles de jubilados protestaban frente al Congreso contra la reforma, y la "
    "policía detuvo a tres manifestantes que arrojaban piedras contra el edificio, según informó el ministerio."
)


def events(nlp: "Language", text: str) -> tuple[EventMention, ...]:
    return extract(nlp(text), Article(article_id="a_" + "0" * 16, source_path="x.txt", text=text)).event_mentions


def test_a_match_has_no_political_events(nlp: "Language") -> None:
    assert not tells_of_public_life(nlp(MATCH))
    assert events(nlp, MATCH) == ()


def test_a_session_of_parliament_has_events(nlp: "Language") -> None:
    assert tells_of_public_life(nlp(SESSION))
    assert {"REQUEST", "ACCUSE", "PROTEST", "COERCE"} <= {each.event_type for each in events(nlp, SESSION)}


def test_a_line_is_taken_as_it_is(nlp: "Language") -> None:
    assert [each.event_type for each in events(nlp, "Francia apoyó a Grecia.")] == ["SUPPORT"]
