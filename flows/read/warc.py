"""WARC: the pages of a crawl, one article a page."""

from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from flows.errors import RecordError
from flows.read.html import page_record
from flows.read.record import Context, Record

PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_warc(stream: BinaryIO, context: Context) -> Iterator[Record | RecordError]:
    """Read the pages of a crawl; its requests, pictures, scripts and failed fetches are no articles and are left."""
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                yield _page(record, context)
    except ArchiveLoadFailed as error:
        raise context.fault("broken_warc", str(error)) from error


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return False
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    return kind.partition(";")[0].strip().lower() in PAGE_TYPES


def _page(record: ArcWarcRecord, context: Context) -> Record | RecordError:
    url = record.rec_headers.get_header("WARC-Target-URI")
    key = url or record.rec_headers.get_header("WARC-Record-ID")
    content = record.content_stream().read(context.limits.article_bytes + 1)
    try:
        return page_record(content, key, url, context)
    except RecordError as error:
        return error
