"""The process that extracts: it reads the paths of batches, a line each, and answers each when its shard lies there.

    python -m flows.store.child MODEL [PEOPLE]

A batch that cannot be extracted is answered with its fault; whoever asked decides what becomes of its articles. When
the asking process ends, however it ends, so does this one.
"""

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flows.errors import StopError
from flows.extract import extract
from flows.extract.shard import load_articles
from flows.nlp.pipeline import load_pipeline, read_docs
from flows.store.shards import keep_shard

OUT_OF_MEMORY = 71
"""Exit code of a process that met a MemoryError: what it holds can no longer be trusted."""

IDLE_SECONDS = 300
"""A process that nobody asks ends by itself: a cluster's worker outlives the build that it worked for."""

READY: dict[str, Any] = {"ready": True}
DONE: dict[str, Any] = {}


def main() -> None:
    """Load the pipeline, then extract what is asked for, until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole process group; who asks decides
    _offer_to_the_oom_killer()
    model, people = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None

    def answer(told: dict[str, Any]) -> None:
        answers.write(json.dumps(told) + "\n")
        answers.flush()

    try:
        load_pipeline(model, people)
    except StopError as error:
        answer({"stop": type(error).__name__, "reason": str(error)})
        return
    answer(READY)
    for request in _requests():
        answer(_extract(Path(request["batch"]), Path(request["shard"]), model, people))


def _extract(batch: Path, shard: Path, model: str, people: str | None) -> dict[str, Any]:
    articles = load_articles(batch)
    try:
        findings = [extract(doc, article) for doc, article in read_docs(load_pipeline(model, people), articles)]
        keep_shard(articles, findings, [], shard)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except OSError as error:  # a full disk, say: no article's fault
        return {"stop": "PublishError", "reason": f"extracted articles cannot be kept in {shard.parent}: {error}"}
    except Exception as error:  # whatever an article does to a component or a rule
        return {"fault": f"{type(error).__name__}: {error}"}
    return DONE


def _requests() -> Iterator[dict[str, str]]:
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin:
            lines.put(line)
        os._exit(0)  # who asked is gone, also if it was killed

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            yield json.loads(lines.get(timeout=IDLE_SECONDS))
        except queue.Empty:
            return


def _offer_to_the_oom_killer() -> None:
    """Let a system that is short of memory end this process, and not the one that asks."""
    try:
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")
    except OSError:  # no Linux
        return


if __name__ == "__main__":
    main()
