"""What a word stands with, and which words of a clause tell one deed: who does it, to whom, in which number."""

import dataclasses
from typing import TYPE_CHECKING

import pytest

from flows.extract.events.candidates import find_candidates
from tests.extract.events.test_events import read

if TYPE_CHECKING:
    from spacy.language import Language

TOLD = [
    # who does it, taken up by "que"
    ("La alcaldesa habló con los vecinos que bloquearon la carretera.", "PROTEST", ["bloquearon"]),
    ("La alcaldesa habló con la ministra que bloqueó la carretera.", "PROTEST", []),
    ("La ministra Ana Gil recibió a los estudiantes que protestaban en Quito.", "PROTEST", ["protestaban"]),
    # a headline's first noun, which a tagger takes for a name, and its verb that nobody is told to do
    ("Ganaderos protestan con tractores en Vilarda.", "PROTEST", ["protestan"]),
    ("Aviones chilenos entraron en el espacio aéreo de Perú.", "MOBILIZE", ["entraron"]),
    ("Clausuran un bar en Vilarda.", "COERCE", ["Clausuran"]),
    ("Tomaron el edificio los estudiantes de Vilarda.", "PROTEST", ["Tomaron"]),
    ("Tomó el edificio la ministra Ana Gil.", "PROTEST", []),
    # "me" of the speaker, and of whom it is done to
    ("«Me detienen sin orden», denunció la senadora Ana Gil.", "COERCE", ["detienen"]),
    ("«Me detengo en la ley», dijo la senadora Ana Gil.", "COERCE", []),
    # to whom, taken up by "que"
    ("El alcalde habló de los insultos que recibió la senadora Ana Gil.", "CONSULT", []),
    ("El alcalde habló de los estudiantes que recibió la senadora Ana Gil.", "CONSULT", ["recibió"]),
    # how many
    ("La marcha dejó 20 detenidos en Vilarda.", "COERCE", ["detenidos"]),
    ("La marcha por los detenidos llegó a Vilarda.", "COERCE", []),
    # an adjective on another
    ("Chile y Perú realizaron maniobras navales conjuntas.", "COOPERATE", ["maniobras"]),
    ("Chile realizó maniobras navales.", "COOPERATE", []),
    # a noun that a tagger knows no lemma of, and one that is part of a name
    ("El profesor Luis Paz abusó de ellas en Quito.", "ASSAULT", ["abusó"]),
    ("El profesor Luis Paz abusó de ello en Quito.", "ASSAULT", []),
    ("La ministra Ana Gil se negó a acatar órdenes del tribunal.", "CONCEDE", ["acatar"]),
    ("La ministra Ana Gil retiró a Chile de la alianza.", "CONCEDE", []),
    # who agrees, and by whom something is told
    ("La ministra Ana Gil está de acuerdo con el plan de Chile.", "AGREE", ["está"]),
    ("El plan está listo, de acuerdo con la ministra Ana Gil.", "AGREE", []),
    # shots at somebody, and into the air
    ("Se escucharon disparos en el palacio de Vilarda.", "ASSAULT", ["disparos"]),
    ("Los soldados de Chile realizaron disparos al aire en Vilarda.", "ASSAULT", []),
    # who clashes in a debate, and on the road
    ("La senadora Ana Gil y el diputado Luis Paz chocaron en el debate.", "ACCUSE", ["chocaron"]),
    ("La senadora Ana Gil y el diputado Luis Paz chocaron con su coche.", "ACCUSE", []),
    # what is granted to a refugee, and to an actor
    ("Chile dio la condición de refugiada a Ana Gil.", "AID", ["dio"]),
    ("Chile dio la condición de estrella a Ana Gil.", "AID", []),
    # with whom, told by the end of a fixed phrase
    ("El alto el fuego entre Israel y Siria entró en vigor.", "CONCEDE", ["alto"]),
    ("El alto mando de Israel y Siria entró en vigor.", "CONCEDE", []),
    # what nobody does alone
    ("El alcalde Luis Paz se volcó a las calles de Vilarda.", "PROTEST", []),
    ("Los vecinos se volcaron a las calles de Vilarda.", "PROTEST", ["volcaron"]),
]

SENSES = [
    # private life, sport, mountains
    ("La ministra Ana Gil se comprometió con los maestros.", "AGREE", ["comprometió"]),
    ("La ministra Ana Gil se comprometió con su novio.", "AGREE", []),
    ("El presidente Luis Paz se encontró con el rey Luis Mora.", "CONSULT", ["encontró"]),
    ("El boxeador Luis Paz se encontró con Luis Mora en el cuadrilátero.", "CONSULT", []),
    ("El presidente Luis Paz fue a la cumbre de Perú y Chile.", "CONSULT", ["cumbre"]),
    ("El alpinista Luis Paz subió a la cumbre de Perú y Chile por el glaciar.", "CONSULT", []),
    # who closes a street, goes to war, or needs something
    ("Los vecinos cerraron la avenida.", "PROTEST", ["cerraron"]),
    ("Los policías cerraron la avenida.", "PROTEST", []),
    ("Los soldados de Chile marcharon a Perú.", "PROTEST", []),
    ("La oposición exige ayuda al Gobierno de Chile.", "REQUEST", ["exige"]),
    ("La emergencia exige ayuda al Gobierno de Chile.", "REQUEST", []),
    ("La Fiscalía halló la investigación de la policía.", "ACCUSE", ["investigación"]),
    ("La Fiscalía halló la investigación de la revista.", "ACCUSE", []),
    # asked, or criticised
    ("Ana Gil cuestionó a Luis Paz en el Congreso.", "ACCUSE", ["cuestionó"]),
    ("Ana Gil cuestionó a Luis Paz sobre el presupuesto.", "ACCUSE", []),
    ("Cuestionado por el gasto, el ministro Luis Paz dijo que es legal.", "ACCUSE", []),
    ("El ministro Luis Paz, cuestionado por la oposición, viajó a Lima.", "ACCUSE", ["cuestionado"]),
    ("La editorial fue demandada por la senadora Ana Gil.", "ACCUSE", ["demandada"]),
    ("La ofensiva de la oposición contra Luis Paz siguió.", "ACCUSE", ["ofensiva"]),
    ("La ofensiva del ejército contra Luis Paz siguió.", "ACCUSE", []),
    ("La ministra Ana Gil advirtió que no habrá más remedio que cerrar el puerto.", "THREATEN", ["advirtió"]),
    # leaving a party, an office or a hope
    ("El senador Luis Paz no renunció al partido.", "SANCTION", ["renunció"]),
    ("El ministro Luis Paz no renunció a su cargo.", "REJECT", ["renunció"]),
    ("El ministro Luis Paz no renunció a su sueño.", "REJECT", []),
    ("Perú no invitó al presidente Luis Paz.", "SANCTION", ["invitó"]),
    ("Perú no invitó al presidente Luis Paz.", "REQUEST", []),
    # what one attacks or does in a manner of speaking
    ("El ministro Luis Paz atacó a la senadora Ana Gil.", "ASSAULT", ["atacó"]),
    ("El ministro Luis Paz atacó el problema de la pobreza.", "ASSAULT", []),
    ("A la senadora Ana Gil la asaltó la duda.", "ASSAULT", []),
    ("El ministro Luis Paz acusó a la senadora Ana Gil.", "ACCUSE", ["acusó"]),
    ("El ministro Luis Paz acusó recibo de la carta.", "ACCUSE", []),
    ("Perú y Chile están condenados a entenderse.", "ACCUSE", []),
    ("Siguió el paro de los médicos de Lima.", "PROTEST", ["paro"]),
    ("En marzo el paro subió en España, dijo la ministra.", "PROTEST", []),
    ("Chile cerró la puerta al tratado.", "REJECT", ["cerró"]),
    ("El presidente Luis Paz cerró la puerta de su casa.", "REJECT", []),
    ("Los policías y los vecinos se enfrentaron en la plaza.", "ASSAULT", ["enfrentaron"]),
    ("Los senadores Luis Paz y Ana Gil se enfrentarán en la segunda vuelta.", "ASSAULT", []),
    ("El presidente Luis Paz disparó contra la senadora Ana Gil.", "ACCUSE", ["disparó"]),
    ("El soldado disparó contra la senadora Ana Gil.", "ASSAULT", ["disparó"]),
    ("El presidente Luis Paz viajó a Cuba.", "CONSULT", ["viajó"]),
    ("El presidente Luis Paz viajó a Cuba de vacaciones.", "CONSULT", []),
    # laws, closings and measures of a government
    ("Un decreto de Luis Paz prohibió las marchas.", "COERCE", ["prohibió"]),
    ("La Constitución de Honduras prohíbe las marchas.", "COERCE", []),
    ("Los maestros suspendieron las clases en Lima.", "PROTEST", ["suspendieron"]),
    ("El Gobierno de Chile suspendió las clases.", "PROTEST", []),
    ("El presidente Luis Paz anunció medidas.", "SANCTION", []),
    ("El presidente Luis Paz anunció sanciones.", "SANCTION", ["anunció"]),
    # things threatened, opened, handed over, and what they are in
    ("El ministro Luis Paz fue amenazado por la banda Los Lobos.", "THREATEN", ["amenazado"]),
    ("El bosque de Vilarda fue amenazado por el fuego.", "THREATEN", []),
    ("El presidente Luis Paz clausuró el congreso.", "COERCE", []),
    ("El presidente Luis Paz clausuró la fábrica.", "COERCE", ["clausuró"]),
    ("El joven le quitó la vida a un vecino de Lima.", "ASSAULT", ["quitó"]),
    ("El joven se quitó la vida en Lima.", "ASSAULT", []),
    ("Varios países enviaron brigadas armadas.", "MOBILIZE", ["enviaron"]),
    ("Varios países enviaron brigadas de rescate.", "MOBILIZE", []),
    ("El ministro Luis Paz fue desaparecido por la banda Los Lobos.", "ASSAULT", ["desaparecido"]),
    ("El ministro Luis Paz está desaparecido.", "ASSAULT", []),
    ("El ministro Luis Paz fue acusado de secuestro y homicidio.", "ASSAULT", []),
    ("El ministro Luis Paz aceptó que se abra el archivo.", "AGREE", ["aceptó"]),
    ("El ministro Luis Paz aceptó que hubo abusos.", "AGREE", []),
    ("El presidente Luis Paz calificó a Ana Gil como «una de las» «mejores» juezas.", "ACCUSE", []),
]

ONE_DEED = [
    # a participle and the verb that it stands with
    ("Tres vecinos se encuentran detenidos en Lima.", "COERCE", ["detenidos"]),
    ("La Policía de Chile tenía retenido a un vecino.", "COERCE", ["tenía"]),
    ("Los médicos de Lima hicieron un paro como protesta.", "PROTEST", ["paro"]),
    ("Los médicos de Lima cerraron el hospital como protesta.", "PROTEST", ["protesta"]),
    # what is asked for, though nobody is named who asks; what was done before
    ("El ministro Luis Paz llamó al asesinato de los rebeldes.", "ASSAULT", []),
    ("Solicitar la deportación de Luis Paz sería un error.", "COERCE", []),
    ("La ministra Ana Gil pidió investigar el asesinato de Luis Paz.", "ASSAULT", ["asesinato"]),
    ("La ministra Ana Gil pidió castigar a los autores del secuestro de Luis Paz.", "ASSAULT", ["secuestro"]),
    ("La ministra Ana Gil pidió repetir el asesinato de Luis Paz.", "ASSAULT", []),
    ("Francia prorrogó las sanciones contra Mali.", "SANCTION", ["prorrogó"]),
    ("Las sanciones de Francia contra Mali siguen.", "SANCTION", ["sanciones"]),
    ("Canadá pidió perdón a Haití.", "CONCEDE", ["perdón"]),
    ("El perdón de Canadá a Haití llegó tarde.", "CONCEDE", ["perdón"]),
    ("Canadá pidió perdón a Haití.", "REQUEST", []),
    ("La senadora Ana Gil recibió asilo de México.", "AID", ["recibió", "asilo"]),
    ("Francia suspendió la ayuda a Mali.", "AID", []),
    ("Francia anunció que la ayuda a Mali sigue.", "AID", ["ayuda"]),
    ("El presidente Luis Paz levantó el toque de queda.", "COERCE", []),
    ("Francia presionó a Mali para que investigara a Luis Paz.", "ACCUSE", []),
    ("Francia habló con Mali cuando investigaba a Luis Paz.", "ACCUSE", ["investigaba"]),
]


@pytest.mark.parametrize(("text", "event_type", "words"), [*TOLD, *SENSES, *ONE_DEED], ids=str)
def test_candidates_stand_as_their_entry_asks_one_a_deed(
    nlp: "Language", text: str, event_type: str, words: list[str]
) -> None:
    found = dataclasses.replace(read(nlp, text), event_mentions=(), event_participants=())
    told, _ = find_candidates(nlp(text), found)
    assert [event.token.text for event in told if event.entry.event_type == event_type] == words
