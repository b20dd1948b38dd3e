"""``CITATION.cff``."""

from typing import Any

TITLE = "teletipo: nombres, hechos, citas, fechas y cantidades de noticias en español"
AUTHORS = "teletipo contributors"


def citation(manifest: dict[str, Any]) -> str:
    """How a release is cited, in the Citation File Format 1.2.0."""
    release = manifest["release"]
    return (
        "cff-version: 1.2.0\n"
        "message: Si usa estos datos, cite la versión que usó.\n"
        "type: dataset\n"
        f'title: "{TITLE}"\n'
        f'version: "{release}"\n'
        f"date-released: {day(release)}\n"
        "authors:\n"
        f"  - name: {AUTHORS}\n"
        "license: CC-BY-4.0\n"
    )


def day(release: str) -> str:
    """The day in a release's name."""
    return release.partition(".")[0]
