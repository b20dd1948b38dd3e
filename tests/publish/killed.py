"""Publish a release and die at the n-th time that a file is opened, moved or removed: what kill -9 does.

    python -m tests.publish.killed DATABASE DIST RELEASE N

With N of 0 it lives, and prints how many such moments there were.
"""

import os
import signal
import sys
from pathlib import Path

from flows.publish.index import only_writer, recover
from flows.publish.release import publish_release

EVENTS = {"open", "os.rename", "os.mkdir", "os.remove", "shutil.rmtree", "os.rmdir", "duckdb.connect"}


def main():
    database, dist, release, last = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    moments = 0

    def count(event, arguments):
        nonlocal moments
        if event in EVENTS and str(dist) in str(arguments):
            moments += 1
            if moments == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    with only_writer(dist):
        recover(dist)
        publish_release(database, dist, release, model="es_core_news_sm")
    print(moments)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main()
