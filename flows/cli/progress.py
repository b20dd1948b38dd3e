"""How far a build is, while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from flows.cli.app import console


@contextmanager
def shown_progress() -> Iterator[Any]:
    """Yield a watcher: a bar for people, a plain line a stage where the output is no terminal."""
    if not console.is_terminal:
        told: set[tuple[str, int | None]] = set()

        def tell(stage: str, done: int, total: int | None) -> None:
            if total is not None and (stage, done) not in told:
                told.add((stage, done))
                console.print(f"{stage}: {done} of {total} articles")

        yield tell
        return
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console
    )
    with bar:
        stages: dict[str, Any] = {"starting": bar.add_task("starting", total=None)}

        def show(stage: str, done: int, total: int | None) -> None:
            bar.update(stages["starting"], visible=False)
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=total)
            bar.update(stages[stage], completed=done, total=total)

        yield show
