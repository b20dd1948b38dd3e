"""How long the cookbook's queries take on a release: the median of five of each, the slowest last.

    python -m tests.bench.queries RELEASE

The bars: under 100 ms on the seed release, under 1 s on one of 1,270 articles.
"""

import statistics
import sys
import time
from pathlib import Path

from flows.publish.database import open_release

QUERIES = Path(__file__).parents[1] / "queries"
TIMES = 5


def main() -> None:
    """Measure, and print the figures."""
    with open_release(Path(sys.argv[1])) as con:
        took = {}
        for query in sorted(QUERIES.glob("*.sql")):
            asked = query.read_text(encoding="utf-8")
            runs = []
            for _ in range(TIMES):
                begun = time.perf_counter()
                con.sql(asked).fetchall()
                runs.append(time.perf_counter() - begun)
            took[query.stem] = statistics.median(runs)
    for name, seconds in sorted(took.items(), key=lambda item: item[1]):
        sys.stdout.write(f"{seconds * 1000:7.1f} ms  {name}\n")


if __name__ == "__main__":
    main()
