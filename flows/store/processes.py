"""Processes that extract, kept from batch to batch, and what their end says of the batch."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict, deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows import errors
from flows.errors import ConfigError, StopError
from flows.store.child import OUT_OF_MEMORY

Tools = tuple[str, str | None]
"""What a process extracts with: a pipeline, and a newsroom's own list of names."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1"}
"""Processes share the cores, so that none needs threads of its own."""

_idle: defaultdict[Tools, deque["Process"]] = defaultdict(deque)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a batch could not be extracted."""

    check: str
    reason: str
    is_fatal: bool = True
    """Whether it ended the process."""
    may_pass: bool = False
    """Whether another time or machine may not know it."""


def extract_apart(batch: Path, shard: Path, tools: Tools) -> Fault | None:
    """Extract a batch of articles into a shard in another process: one that waits for work, or a new one.

    Raises:
        StopError: the process says that nothing can be extracted, or does not even start.
    """
    process = _take(tools)
    fault = process.extract(batch, shard)
    if process.is_alive():
        _idle[tools].append(process)
    return fault


def end_processes() -> None:
    """End the processes that wait for work."""
    for processes in _idle.values():
        while processes:
            processes.pop().end()


class Process:
    """A process that runs ``flows.store.child``."""

    def __init__(self, tools: Tools) -> None:
        command = [sys.executable, "-m", "flows.store.child", *(tool for tool in tools if tool is not None)]
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        self._child = subprocess.Popen(
            command,
            env={**os.environ, **ONE_THREAD},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            text=True,
        )
        self._is_ready = False

    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._child.poll() is None

    def extract(self, batch: Path, shard: Path) -> Fault | None:
        """Extract a batch into a shard; gives the fault if that failed."""
        answer = self._ask(batch, shard)
        if answer is None:
            cause = _cause_of_end(self._child.wait())
            self.end()
            return cause
        if "stop" in answer:
            self.end()
            stop: type[StopError] = getattr(errors, answer["stop"])
            raise stop(answer["reason"])
        return Fault("extraction_failed", answer["fault"], is_fatal=False) if answer else None

    def end(self) -> None:
        """End it, or put away what it left."""
        self._child.kill()
        self._child.communicate()
        self._complaints.close()

    def _ask(self, batch: Path, shard: Path) -> dict[str, Any] | None:
        """Ask for a batch; None if the process has ended."""
        if not self._is_ready:
            told = self._read()
            if told is None:
                raise ConfigError(f"a process that extracts does not start: {self._last_words()}")
            if "stop" in told:
                return told
            self._is_ready = True
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps({"batch": str(batch), "shard": str(shard)}) + "\n")
            self._child.stdin.flush()
        except BrokenPipeError:
            return None
        return self._read()

    def _read(self) -> dict[str, Any] | None:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        return json.loads(line) if line.endswith("\n") else None

    def _last_words(self) -> str:
        code = self._child.wait()
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").split("\n")
        self.end()
        return next((line for line in reversed(lines) if line.strip()), _cause_of_end(code).reason)


def _take(tools: Tools) -> Process:
    while _idle[tools]:
        process = _idle[tools].pop()
        if process.is_alive():
            return process
        process.end()
    return Process(tools)


def _cause_of_end(code: int) -> Fault:
    if code == OUT_OF_MEMORY:
        return Fault("out_of_memory", "there was not enough memory for it", may_pass=True)
    if code == -signal.SIGKILL:
        return Fault("process_killed", "its process was killed, as a system short of memory does", may_pass=True)
    how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
    return Fault("process_died", f"its process {how}")
