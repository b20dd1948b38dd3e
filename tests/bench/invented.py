"""Invented articles to measure with, so that anybody can: plain news sentences, put together by a number."""

import random

NAMES = (
    "Carmen Olivares",
    "Julio Paredes",
    "Ana Ríos",
    "Mateo Quiroga",
    "Lucía Ferrer",
    "Tomás Aldana",
    "Rosa Benítez",
)
PLACES = ("Valparaíso", "Cuenca", "Rosario", "Arequipa", "Mérida", "Santander", "Cartagena", "Montevideo")
BODIES = ("el Ministerio de Obras Públicas", "la Cámara de Comercio", "el sindicato de pescadores", "la Alcaldía")
THINGS = ("el puerto", "la carretera del norte", "el hospital regional", "la planta de agua", "el mercado central")
SENTENCES = (
    "{body} anunció este {day} que {thing} de {place} abrirá en {month}, tras {count} meses de obras.",
    "«No vamos a cerrar {thing}», dijo {name}, vocera de {body}, ante {count} vecinos.",
    "{name} negó que la obra cueste {count} millones de dólares y pidió una auditoría.",
    "Unas {count} personas protestaron en {place} contra el proyecto, según {body}.",
    "El acuerdo entre {body} y los vecinos de {place} se firmará el {number} de {month}.",
    "{name} viajó a {place} para reunirse con {body}, que apoya la propuesta.",
    "La obra, que empezó hace {count} semanas, ocupa {count} hectáreas al sur de {place}.",
)
DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes")
MONTHS = ("enero", "marzo", "mayo", "julio", "septiembre", "noviembre")


def invent(number: int, sentences: int = 24) -> str:
    """Put an article together; the same number gives the same one."""
    chance = random.Random(number)
    lines = []
    for _ in range(sentences // 3):
        line = " ".join(
            chance.choice(SENTENCES).format(
                name=chance.choice(NAMES),
                place=chance.choice(PLACES),
                body=chance.choice(BODIES),
                thing=chance.choice(THINGS),
                day=chance.choice(DAYS),
                month=chance.choice(MONTHS),
                count=chance.randrange(2, 900),
                number=chance.randrange(1, 29),
            )
            for _ in range(3)
        )
        lines.append(line[0].upper() + line[1:])
    return "\n".join(lines)
