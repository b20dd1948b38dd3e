"""Verifying a release from outside: its files, its tables, and whether it can be built again."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flows.check.gates import pass_rules_of_release
from flows.errors import InvariantError, PublishError
from flows.publish.fetch import release_folder
from flows.publish.files import replace_file
from flows.publish.index import find_release, read_index
from flows.publish.layout import INDEX, MANIFEST, RELEASES, WITHDRAWALS
from flows.publish.verify import read_sums, verify_files
from flows.publish.withdrawals import read_withdrawals


def verify_release(place: str) -> list[str]:
    """Check a release's digests, row counts, keys, references and spans; gives a line for each fault.

    Args:
        place: a folder, a tarball, or an address; see ``flows.publish.fetch``.
    """
    with release_folder(place) as folder:
        faults = verify_files(folder)
        if not faults:
            try:
                pass_rules_of_release(folder)
            except InvariantError as error:
                faults.append(str(error))
        return faults


def rebuild(raw: str, dist: Path, release: str | None, *, workers: int = 1, **options: Any) -> list[str]:
    """Build a release again aside, on the release that was its predecessor; gives each file that differs.

    Args:
        raw: the raw files that it was made of.
        dist: the folder of releases.
        release: its name.
        workers: processes that extract.
        options: the build's own (``people``, ``gold``), as they were.

    Raises:
        PublishError: its predecessor is no longer there, which its changes are told against.
    """
    from flows.build import run_build  # noqa: PLC0415 - Prefect takes 2 s to import, and verifying does not need it

    folder = find_release(dist, release)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    with TemporaryDirectory(prefix="teletipo-") as aside:
        again = Path(aside)
        _lay_predecessor(dist, again, folder.name, manifest["previous"])
        model = manifest["model"].partition(" ")[0]
        accept = manifest["accepted"]
        built = run_build(raw, str(again), folder.name, model=model, workers=workers, accept=accept, **options)
        made = json.loads((built.folder / MANIFEST).read_text(encoding="utf-8"))
        causes = [
            f"{part} differ: {manifest[part]} then, {made[part]} now"
            for part in _CAUSES
            if manifest[part] != made[part]
        ]
        return causes + _differing(folder, built.folder)


_CAUSES = ("inputs", "code", "model", "writers", "schema_version")


def _lay_predecessor(dist: Path, again: Path, release: str, previous: str | None) -> None:
    """Lay a folder of releases as it was before a release was built."""
    (again / RELEASES).mkdir()
    wanted = {one.id for one in read_withdrawals(dist)}
    if wanted:
        text = (dist / WITHDRAWALS).read_text(encoding="utf-8")
        replace_file(again / WITHDRAWALS, text)
    if previous is None:
        return
    if not (dist / RELEASES / previous).is_dir():
        raise PublishError(f"{release} cannot be built again: its predecessor {previous} is no longer in {dist}")
    (again / RELEASES / previous).symlink_to((dist / RELEASES / previous).resolve())
    entries = [entry for entry in read_index(dist)["releases"] if entry["release"] == previous]
    replace_file(again / INDEX, json.dumps({"latest": previous, "releases": entries}))


def _differing(one: Path, other: Path) -> list[str]:
    sums = [read_sums(folder) for folder in (one, other)]
    names = sorted(sums[0].keys() | sums[1].keys())
    return [f"{name}: other bytes" for name in names if sums[0].get(name) != sums[1].get(name)]
