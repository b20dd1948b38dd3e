"""Commands that check releases, take out of them and hand them on."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.app import Dist, Raw, Workers, app, console, tell_faults, today
from flows.cli.embedded import end_on_interrupt, set_prefect


@app.command(epilog="Example: teletipo verify https://example.org/teletipo/releases/2024-06-20.1")
def verify(
    place: Annotated[str, typer.Argument(help="A release's folder, tarball or address, or its name in --dist.")],
    dist: Dist = Path("dist"),
) -> None:
    """Check a release: digests, row counts, contents, keys, references, and spans where its text is at hand."""
    from flows.publish.index import RELEASE_NAME, find_release
    from flows.verification import verify_release

    named = RELEASE_NAME.fullmatch(place) and not Path(place).exists()
    tell_faults(verify_release(str(find_release(dist, place)) if named else place), f"{place} is as it was published")


@app.command(epilog="Example: teletipo rebuild 2024-06-20.1 --check --raw raw")
def rebuild(
    release: Annotated[str, typer.Argument(help="Name of the release.")],
    check: Annotated[bool, typer.Option("--check", help="Compare the bytes; nothing is kept.")] = False,
    raw: Raw = "raw",
    dist: Dist = Path("dist"),
    workers: Workers = 1,
    gold: Annotated[Path | None, typer.Option(help="Gold annotations, if it was measured against them.")] = None,
    entities: Annotated[
        Path | None, typer.Option(help="A newsroom's own list of names, if it was built with one.")
    ] = None,
) -> None:
    """Build a release again from the same inputs, and compare it byte by byte."""
    if not check:
        raise typer.BadParameter("a release is never overwritten: rebuild only compares; say --check")
    set_prefect()
    end_on_interrupt()
    from flows.verification import rebuild as build_again

    options = {"gold": str(gold) if gold else None, "people": str(entities) if entities else None}
    faults = build_again(raw, dist, release, workers=workers, **options)
    tell_faults(faults, f"{release} was built again: the same bytes in every file")


@app.command(epilog='Example: teletipo withdraw e_00c0ffee00c0ffee --reason "at the request of the person"')
def withdraw(
    withdrawn_id: Annotated[str, typer.Argument(metavar="ID", help="article_id or entity_id.")],
    reason: Annotated[str, typer.Option(help="Why; it is published, so it must not tell what was withdrawn.")],
    dist: Dist = Path("dist"),
    release: Annotated[str | None, typer.Option(help="Name YYYY-MM-DD.N; today's next free one if left out.")] = None,
) -> None:
    """Publish the latest release again without an article or entity, and keep it out of every later one."""
    from flows.publish.index import next_release
    from flows.withdrawal import withdraw as take_out

    day = today()
    done = take_out(dist, withdrawn_id, release=release or next_release(dist, day), day=day, reason=reason)
    console.print(f"Release {done.folder.name} is published without {withdrawn_id}")
    if done.held_by:
        console.print(f"It is still in the files of {', '.join(done.held_by)}: delete these folders to be rid of it")


@app.command(epilog="Example: teletipo pack 2024-06-20.1 --out teletipo-2024-06-20.1.tar")
def pack(
    release: Annotated[str | None, typer.Argument(help="Name of a release; the latest if left out.")] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; teletipo-<release>.tar if left out.")] = None,
    dist: Dist = Path("dist"),
) -> None:
    """Write a release as one tarball, with its README."""
    from flows.publish.index import find_release
    from flows.publish.transfer import pack as write_tarball

    folder = find_release(dist, release)
    tarball = write_tarball(folder, out or Path(f"teletipo-{folder.name}.tar"))
    console.print(f"{tarball}: {tarball.stat().st_size:,} bytes")


@app.command(epilog="Example: teletipo publish s3://bucket/teletipo")
def publish(
    target: Annotated[str, typer.Argument(help="Folder or fsspec URL that the releases are brought to.")],
    dist: Dist = Path("dist"),
) -> None:
    """Bring the releases to a storage: what is missing there, the index last; it is safe to repeat."""
    from flows.publish.transfer import upload

    done = upload(dist, target)
    console.print(f"{done.sent:,} files sent, {done.copied:,} copied there, {done.kept:,} there already")
