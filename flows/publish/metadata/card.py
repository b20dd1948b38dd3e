"""``README.md`` of a release: the dataset's card, in Spanish."""

import math
from collections.abc import Iterator
from typing import Any

from flows.publish.dictionary import grain
from flows.publish.metadata.sources import licence
from schemas import ALL_TABLES

Z = 1.96
"""Of the normal distribution, for intervals that hold the true value 95 times in 100."""

EXAMPLES = (
    "import duckdb, pandas, polars",
    "",
    'con = duckdb.connect("teletipo.duckdb", read_only=True)      # SQL, con las vistas',
    """con.sql("SELECT speaker, words FROM who_said_what WHERE speaker IS NOT NULL LIMIT 5").show()""",
    "",
    'citas = polars.scan_parquet("quotes.parquet").filter(polars.col("quote_type") == "direct").collect()',
    'hechos = pandas.read_parquet("events.parquet").groupby("event_type").size()',
)
"""How a release is read in Python, run from its folder."""


def card(manifest: dict[str, Any]) -> str:
    """What is in a release, how it was made, how well, and what it must not be used for."""
    return "\n".join(_lines(manifest)) + "\n"


def interval(right: int, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share.

    >>> tuple(round(end, 3) for end in interval(8, 10))
    (0.49, 0.943)
    """
    if not count:
        return 0.0, 1.0
    share, z2 = right / count, Z * Z
    middle = share + z2 / (2 * count)
    spread = Z * math.sqrt(share * (1 - share) / count + z2 / (4 * count * count))
    return (middle - spread) / (1 + z2 / count), (middle + spread) / (1 + z2 / count)


def _lines(manifest: dict[str, Any]) -> Iterator[str]:
    release, inputs = manifest["release"], manifest["inputs"]
    yield from (f"# teletipo {release}", "")
    yield "Quién se nombra, qué pasó, quién dijo qué, cuándo, dónde y cuánto en noticias en español; cada fila con los"
    yield "caracteres exactos del artículo que la sostienen. Los nombres de tablas y columnas están en inglés."
    yield from (
        "",
        "## Qué contiene",
        "",
        "| tabla | filas | una fila por (en inglés) | licencia |",
        "|---|---:|---|---|",
    )
    for name, table in ALL_TABLES.items():
        rows = manifest["tables"][name]["rows"]
        yield f"| `{name}` | {rows:,} | {grain(table).removeprefix('One row per ').rstrip('.')} | {licence(name)[0]} |"
    yield from (
        "",
        f"Esquema {manifest['schema_version']}. Cada columna se describe en `dictionary.md`; las fuentes y sus",
    )
    yield "licencias, en `ATTRIBUTION.md`; los cambios desde la versión anterior, en `CHANGES.md` y `changes/`;"
    yield "los identificadores que ya no se usan, en `id_redirects`. Un valor que el artículo no da es NULL."
    yield from ("", "## Cómo se lee", "", "Sin SQL: `explorer/index.html`, en un navegador.", "", "```sh")
    yield "duckdb -init open.sql        # en esta carpeta: todas las tablas, y vistas como who_said_what y who_did_what"
    yield "sha256sum -c SHA256SUMS      # comprueba los archivos; `teletipo verify .` comprueba también su contenido"
    yield "```"
    yield from ("", "```python", *EXAMPLES, "```", "")
    yield "Las filas salen de un programa y algunas están mal; `confidence`, de 0 a 1, dice cuán probable es que"
    yield "un hecho acierte, y cuán clara es una cita. Antes de citarla, léala en el artículo: `source_path` y, en él,"
    yield "de `char_start` a `char_end`."
    yield from ("", "## Cómo se hizo", "")
    yield f"De {inputs['files']:,} archivos con {inputs['records']:,} registros, con reglas y léxicos revisables sobre"
    yield f"el análisis de {manifest['model']}, sin traducir. Mismas entradas y mismo código dan los mismos bytes"
    yield "(`teletipo rebuild --check`). `manifest.json` dice de qué entradas, código, modelo y escritores salió."
    yield from ("", "## Exactitud medida", "", *_accuracy(manifest["accuracy"]))
    yield from ("", "## Para qué no debe usarse", "")
    yield "- Para decidir sobre una persona: un nombre puede estar mal unido a otro, y un artículo puede errar."
    yield "- Como prueba de que algo pasó: dice qué cuentan los artículos, y quién lo afirma o lo niega."
    yield "- Para contar hechos del mundo: cuenta lo que estas fuentes publicaron."
    yield "- Para republicar textos cuyos términos no lo permiten."
    yield from (
        "",
        "Quien deba dejar de figurar puede pedirlo: `tombstones` dice qué se retiró (sin su contenido), y ninguna",
    )
    yield "versión posterior lo vuelve a incluir."


def _accuracy(accuracy: dict[str, Any] | None) -> Iterator[str]:
    if not accuracy:
        yield "No se midió en esta versión."
        return
    yield f"Contra {accuracy['articles']['gold']} artículos anotados a mano. Entre corchetes, el intervalo del 95 %"
    yield "(Wilson); las medidas entre artículos son B³, sin intervalo."
    yield from ("", "| capa | precisión | cobertura | F1 | halladas | anotadas |", "|---|---|---|---:|---:|---:|")
    for layer, score in accuracy["layers"].items():
        clustered = "B-cubed" in layer
        shares = [
            f"{score[name]:.3f}" if clustered else _with_interval(score[name], score[count])
            for name, count in (("precision", "found"), ("recall", "gold"))
        ]
        yield f"| {layer} | {' | '.join(shares)} | {score['f1']:.3f} | {score['found']} | {score['gold']} |"
    for layer, share in accuracy["accuracy"].items():
        yield f"| {layer} | {_with_interval(share['share'], share['count'])} |  |  | {share['count']} |  |"


def _with_interval(share: float, count: int) -> str:
    low, high = interval(round(share * count), count)
    return f"{share:.3f} [{low:.2f}–{high:.2f}]"
