"""HTML pages as saved from the web: one article a page."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import trafilatura
from trafilatura.settings import Document

from flows.read.dates import parse_date
from flows.read.decode import decode
from flows.read.record import Context, Record

MAX_DEPTH = 200
"""Elements within one another; pages of newspapers have 30 to 60, and what walks them is recursive. Paragraphs, rows
and list items are not counted: old pages leave them open, and the parser closes them."""
MIN_WORDS = 20
"""Less than this is a page without an article: a menu, an error."""
TAG = re.compile(r"<(/?)(div|section|article|main|span|ul|ol|table|blockquote|font|b|i|em|strong|a)\b[^<>]*>", re.I)


def read_html(stream: BinaryIO, context: Context) -> Iterator[Record]:
    """Read a page as one article."""
    content = stream.read(context.limits.article_bytes + 1)
    yield page_record(content, None, None, context)


def page_record(content: bytes, key: str | None, url: str | None, context: Context) -> Record:
    """The article of a page, with what the page's metadata say of it.

    Args:
        content: the page's bytes.
        key: key of the record in a file of many.
        url: address that it was fetched from; the page's own canonical one goes before it.
        context: of its file.

    Raises:
        RecordError: the page has no article, is too large, or nested too deeply.
    """
    if len(content) > context.limits.article_bytes:
        raise context.fault("too_large", f"more than {context.limits.article_bytes:,} bytes for one page", key)
    html = decode(content)
    if html is None:
        raise context.fault("undecodable", "the bytes are no text in any encoding that we know", key)
    if not html.strip():
        raise context.fault("empty", "the page is blank", key)
    if _depth(html) > MAX_DEPTH:
        raise context.fault("too_deep", f"more than {MAX_DEPTH} elements within one another", key)
    page = _extract(html, url, context, key)
    text = page.get("text") or ""
    if len(text.split()) < MIN_WORDS:
        raise context.fault("no_article", f"no main text of {MIN_WORDS} words or more", key)
    return Record(
        key=key,
        text=text,
        url=page.get("url") or url,
        outlet=page.get("sitename"),
        title=page.get("title"),
        byline=page.get("author"),
        published_on=parse_date(page.get("date")),
    )


def _extract(html: str, url: str | None, context: Context, key: str | None) -> dict[str, Any]:
    try:
        page = trafilatura.bare_extraction(
            html.replace("\0", " "),
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # the library walks whatever a page holds, and does not say which faults it lets through
        raise context.fault("broken_html", f"{type(error).__name__}: {error}", key) from error
    return page.as_dict() if isinstance(page, Document) else page or {}


def _depth(html: str) -> int:
    """How many elements stand within one another at most, as the tags say; those left open count."""
    depth = deepest = 0
    for match in TAG.finditer(html):
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
