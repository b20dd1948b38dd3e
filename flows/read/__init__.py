"""Bytes to articles: every file below the raw root ends in articles or in rejects."""

from flows.read.articles import read_file, read_files, read_raw
from flows.read.files import RawFile, check_root, list_files

__all__ = ["RawFile", "check_root", "list_files", "read_file", "read_files", "read_raw"]
