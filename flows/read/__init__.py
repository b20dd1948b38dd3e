"""Bytes to articles: every file below the raw root ends in articles or in rejects."""

from flows.read.articles import read_article, read_file, read_files, read_raw, read_records
from flows.read.files import RawFile, check_root, list_files
from flows.read.record import Record

__all__ = [
    "RawFile",
    "Record",
    "check_root",
    "list_files",
    "read_article",
    "read_file",
    "read_files",
    "read_raw",
    "read_records",
]
