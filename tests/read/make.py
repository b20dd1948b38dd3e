"""Files to read, made by the tests."""

import gzip
from collections.abc import Mapping
from pathlib import Path

from flows.read import read_raw
from flows.records import Article, Reject

BODY = (
    "El precio del pan subió este lunes en todas las panaderías de la ciudad, según el gremio de panaderos.",
    "«No queda otro remedio», dijo su presidenta, Ana Paz, que pidió ayuda al alcalde de Quito para el sector.",
)
TEXT = "\n".join(BODY)

PAGE = f"""<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>Sube el pan - El Faro</title>
<meta property="og:title" content="Sube el pan en Quito"><meta property="og:site_name" content="El Faro">
<meta name="author" content="Luis Sol"><meta property="article:published_time" content="2023-05-03T10:00:00-05:00">
<link rel="canonical" href="https://faro.example/pan.html"></head><body>
<nav><a href="/">Inicio</a> <a href="/deportes">Deportes</a></nav>
<article><h1>Sube el pan en Quito</h1>{"".join(f"<p>{line}</p>" for line in BODY)}</article>
<footer>Todos los derechos reservados</footer></body></html>"""


def read(root: Path) -> tuple[list[Article], list[Reject]]:
    """The articles and the rejects of a folder."""
    found = list(read_raw(str(root)))
    return [item for item in found if isinstance(item, Article)], [item for item in found if isinstance(item, Reject)]


def checks(root: Path) -> list[str]:
    """The checks that the rejects of a folder failed; there must be no article."""
    articles, rejects = read(root)
    assert articles == []
    return [reject.check_name for reject in rejects]


def warc(pages: Mapping[str, tuple[str, bytes]], *, packed: bool = True) -> bytes:
    """A crawl of pages: address -> (content type, content); each record a gzip member, as crawlers write them."""
    records = [_warc_record(url, kind, content) for url, (kind, content) in pages.items()]
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def _warc_record(url: str, kind: str, content: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2023-05-04T00:00:00Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(answer)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
