"""Parquet: one article a row."""

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as arrow
import pyarrow.parquet as pq

from flows.errors import RecordError
from flows.read.fields import FIELDS, field_name, to_record
from flows.read.record import Context, Record

BATCH_ROWS = 64
"""Rows in memory at once: at the size limit of an article half a gigabyte, in practice some hundred KB."""


def read_parquet(stream: BinaryIO, context: Context) -> Iterator[Record | RecordError]:
    """Read a few rows at a time, and of the columns only those that a field of ours points at."""
    try:
        file = pq.ParquetFile(stream)
        wanted = {field_name(name, context).partition(".")[0] for name in FIELDS}
        columns = [name for name in file.schema_arrow.names if name in wanted]
        number = 0
        for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield to_record(row, str(number), context)
    except (arrow.ArrowException, ValueError, OSError) as error:
        raise context.fault("broken_parquet", str(error).partition("\n")[0]) from error
