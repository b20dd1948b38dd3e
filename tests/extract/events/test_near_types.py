"""Which of two near types a word tells: help in kind or in words, goods or people sent, ties or rules, or none."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import read

if TYPE_CHECKING:
    from spacy.language import Language

TYPES = [
    # help in kind, and in words
    ("Francia apoyó a Grecia con veinte millones de euros.", {"AID"}),
    ("Francia apoyó a Grecia con entusiasmo.", {"SUPPORT"}),
    ("La ONU brindó asistencia a los migrantes.", {"AID"}),
    ("Francia ofreció asistencia a los migrantes.", {"AGREE"}),
    ("El senador Luis Mora anunció una reforma del Senado.", set()),
    ("La ministra Ana Gil lanzó un programa de lectura.", set()),
    ("La ministra Ana Gil se ofreció como voluntaria.", set()),
    # people and messages are sent otherwise than goods
    ("La OEA envió observadores a Honduras.", {"CONSULT"}),
    ("La OEA envió mantas a Honduras.", {"AID"}),
    ("La guerrilla de las FARC entregó los rehenes a la Cruz Roja.", {"RETREAT"}),
    ("La guerrilla de las FARC entregó sus armas a la ONU.", {"RETREAT"}),
    # a pact is left against its members, a session in protest
    ("Francia se retiró del tratado, dijo el senador Luis Mora en la comisión.", {"SANCTION"}),
    ("Los senadores del PRI se retiraron tras el debate.", {"PROTEST"}),
    # ties and rules
    ("Repsol firmó un contrato con Avianca.", {"SUPPORT"}),
    ("Chile firmó un convenio con Perú.", {"SUPPORT"}),
    ("España reabrió su embajada en Libia.", {"SUPPORT"}),
    ("España reabrió la frontera con Francia.", {"CONCEDE"}),
    ("El Senado de Chile dio media sanción a la ley de pesca.", {"SUPPORT"}),
    # support, and what is none
    ("Rusia respaldó a los rebeldes de Libia.", {"SUPPORT"}),
    ("El Gobierno de Libia combate a los rebeldes respaldados por Rusia.", set()),
    ("El Gobierno de Libia dijo que la coalición integrada por el PAN y el PRD creció.", set()),
    ("El presidente Luis Paz dijo que Chile celebra elecciones legislativas en junio.", set()),
    ("La senadora Ana Gil hará campaña por Elena Duarte.", {"SUPPORT"}),
    ("La senadora Ana Gil hará campaña si el partido la invita.", set()),
    ("El ministro Luis Paz refrendó que no hubo gastos.", set()),
    ("El presidente Luis Paz se acercó a Elena Duarte para reclamarle el gasto.", {"REQUEST"}),
    ("Francia apoyó a Grecia con veinte expertos.", {"AID"}),
    ("El presidente Luis Paz definió a Ana Gil como la candidata mejor preparada.", {"SUPPORT"}),
    ("El presidente Luis Paz calificó a los soldados de Perú como los mejores.", {"SUPPORT"}),
    ("El presidente Luis Paz calificó a Ana Gil como la mejor candidata.", {"SUPPORT"}),
    ("El senador Luis Paz describió los peores y los mejores años de Chile.", set()),
    # showing oneself and saying, receiving blows and guests
    ("Los médicos de Chile se manifestaron en Lima.", {"PROTEST"}),
    ("En el mismo sentido se manifestó la senadora Ana Gil.", set()),
    ("La prensa contó los mensajes que ha recibido el ministro Luis Paz.", set()),
    ("El presidente de Chile ha recibido a Luis Paz.", {"CONSULT"}),
    # giving way
    ("El ministro Luis Paz puso su cargo a disposición.", {"CONCEDE"}),
    ("Italia puso fondos a disposición de las escuelas.", {"AID"}),
    ("El presidente Luis Paz levantó el estado de excepción.", {"CONCEDE"}),
    ("Luis Paz aceptó el resultado.", {"CONCEDE"}),
    ("La OEA reconoció el resultado de las elecciones.", {"SUPPORT"}),
    # what is to be done, and what is so
    ("El ministro Luis Paz planteó que el Senado vote la ley.", {"REQUEST"}),
    ("El ministro Luis Paz planteó que la ley es necesaria.", {"REQUEST"}),
    ("El ministro Luis Paz planteó que el Senado debe votar la ley.", {"REQUEST"}),
    ("El ministro Luis Paz planteó que el país vive una crisis.", set()),
    ("El ministro Luis Paz reclamó a Francia que vote la ley.", {"REQUEST"}),
    ("El ministro Luis Paz reclamó que el ruido ha dañado la casa.", set()),
    ("El presidente Luis Paz encargó a Ana Gil redactar la ley.", {"REQUEST"}),
    ("El presidente Luis Paz se encargó de redactar la ley.", set()),
    ("Durante el mandato del presidente Luis Paz hubo elecciones.", set()),
    ("El ministro Luis Paz convocó a los partidos.", {"REQUEST"}),
    ("El ministro Luis Paz convocó a la prensa.", set()),
    ("El ministro Luis Paz incitó a Ana Gil a votar.", {"REQUEST"}),
    ("La Fiscalía acusó a Luis Paz de incitar al odio.", {"ACCUSE"}),
    ("La ministra Ana Gil rechazó la represión.", {"ACCUSE"}),
    ("La ministra Ana Gil rechazó la oferta.", {"REJECT"}),
    ("Un juez emitió una orden de arresto contra Luis Paz.", {"COERCE"}),
    ("Francia dio a Mali un plazo de un día.", {"REQUEST"}),
    ("China invertirá tres millones en Perú.", {"COOPERATE"}),
    ("Chile enviará soldados a la frontera.", {"MOBILIZE"}),
    ("Chile envió soldados a Haití.", {"AID"}),
    ("El Gobierno de Turquía bloqueó el acceso a Twitter.", {"COERCE"}),
    ("Los vecinos de Vilarda bloquearon el acceso al puerto.", {"PROTEST"}),
    ("El presidente Luis Paz sometió al Congreso una reforma.", {"REQUEST"}),
    ("La Contraloría de Chile revisó a Codelco.", {"ACCUSE"}),
    ("La Contraloría de Chile revisó el tratado.", set()),
    ("La ministra Ana Gil denunció la injerencia rusa en Moldavia.", {"ACCUSE", "COERCE"}),
    ("El ministro Luis Paz promete mano dura contra las maras.", {"THREATEN"}),
    ("Muchos senadores no reconocieron la victoria de Lula.", {"REJECT"}),
    ("La ministra Ana Gil advirtió que las fábricas que ensucien el río de Vilarda tendrán sanciones.", {"THREATEN"}),
    ("La ministra Ana Gil advirtió que las fábricas ensucian el río de Vilarda.", {"ACCUSE"}),
    ("El ministro Luis Paz calificó de falsas las acusaciones.", {"REJECT"}),
    ("El ministro Luis Paz calificó de falsas las palabras de Ana Gil.", {"ACCUSE"}),
    ("Israel bloqueó la entrada de alimentos a Gaza.", {"COERCE"}),
    ("El presidente Luis Paz nacionalizó las minas.", {"COERCE"}),
    ("El presidente Luis Paz habló de un cantante nacionalizado.", set()),
    ("La Fiscalía de Perú inició un proceso contra Luis Paz.", {"ACCUSE"}),
    ("El presidente Luis Paz inició el proceso para elegir jueces.", set()),
    ("La ministra Ana Gil insistió en que se investigue.", {"REQUEST"}),
    ("La ministra Ana Gil remarcó la pelea que se ve en el Senado.", set()),
    ("La OEA acusó a Honduras de vulnerar la tregua.", {"ACCUSE", "REJECT"}),
    ("La OEA acusó a Honduras de vulnerar los derechos de los presos.", {"ACCUSE"}),
]


@pytest.mark.parametrize(("text", "event_types"), TYPES, ids=lambda value: value if isinstance(value, str) else None)
def test_extract_events_tells_near_types_apart(nlp: "Language", text: str, event_types: set[str]) -> None:
    assert {mention.event_type for mention in read(nlp, text).event_mentions} == event_types
