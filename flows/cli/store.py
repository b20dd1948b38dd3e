"""Commands on what is kept of extraction from build to build."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.app import Dist, app, console

store_app = typer.Typer(help="What is kept of extraction from build to build.", no_args_is_help=True)
app.add_typer(store_app, name="store")


@store_app.command(epilog="Example: teletipo store gc --days 30 --dry-run")
def gc(
    dist: Dist = Path("dist"),
    days: Annotated[float, typer.Option(min=0, help="What was made within so many days stays.")] = 7,
    keep_releases: Annotated[int, typer.Option(min=1, help="What the last so many releases need stays.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
) -> None:
    """Remove extracted articles that no recent release needs; the latest release can still be built from what stays."""
    import time

    from flows.store.clean import clean_store, find_waste

    waste = find_waste(dist, releases=keep_releases, older_than=time.time() - days * 86_400)
    for one in waste:
        console.print(f"{one.path}: {one.byte_count:,} bytes, {one.reason}", markup=False, soft_wrap=True)
    if not dry_run:
        clean_store(dist, waste)
    told = "would be removed" if dry_run else "removed"
    console.print(f"{len(waste):,} folders, {sum(one.byte_count for one in waste):,} bytes {told}")
