"""Exchanging batches and shards through a storage that every machine reaches, where machines share no folder."""

import shutil
import tempfile
from pathlib import Path

import fsspec

from flows.errors import SourceError
from flows.publish.files import digest_file, move_into_place
from flows.read.storage import storage_faults
from flows.store.batches import extract_guarded
from flows.store.processes import Tools

MEMBERS = "members.parquet"
"""Sent last: a shard that has it is whole, on storages that cannot rename a folder."""
ASIDE = "aside"
BATCHES, LISTS = "batches", "lists"


class Exchange:
    """A folder of a storage that fsspec knows, such as ``s3://bucket/prefix``.

    It has ``batches/<sha256>.parquet``, ``lists/<sha256>.csv`` (a newsroom's own names) and a folder
    ``<extraction digest>/<shard>/`` as the store has; ``aside/`` is for shards that hold for one build alone. What is
    there is never changed, so that several builds may use one exchange.

    Raises:
        TransientError: of every method, where the storage fails in a way that may pass.
        SourceError: of every method, where it fails for good: no such bucket, no access.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        with storage_faults(address, SourceError):
            self._storage, self._root = fsspec.core.url_to_fs(address)

    def send_file(self, file: Path, kind: str) -> str:
        """Send a file under a name of its content; gives where it is, below the exchange."""
        name = f"{kind}/{digest_file(file)}{file.suffix}"
        with storage_faults(self._address, SourceError):
            if not self._storage.exists(self._at(name)):
                self._put(file, name)
        return name

    def fetch_file(self, name: str, folder: Path) -> Path:
        """Bring a file that ``send_file`` named; one that ``folder`` has is not brought again."""
        path = folder / Path(name).name
        if not path.exists():
            aside = Path(tempfile.mkdtemp(dir=folder)) / path.name
            with storage_faults(self._address, SourceError):
                self._storage.get_file(self._at(name), str(aside))
            move_into_place(aside, path)
            aside.parent.rmdir()
        return path

    def send_shard(self, shard: Path) -> str:
        """Send a shard, its list of members last; gives ``<its folder's name>/<its name>``."""
        name = f"{shard.parent.name}/{shard.name}"
        with storage_faults(self._address, SourceError):
            for file in sorted(shard.iterdir(), key=_is_last):
                self._put(file, f"{name}/{file.name}")
        return name

    def fetch_shard(self, name: str, folder: Path) -> Path:
        """Bring a shard below ``folder``, where it appears whole or not at all; one that is there is left as it is."""
        shard = folder / Path(name).name
        if not shard.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            aside = Path(tempfile.mkdtemp(dir=folder, suffix=".tmp"))
            with storage_faults(self._address, SourceError):
                self._storage.invalidate_cache()
                for file in sorted(self._storage.ls(self._at(name), detail=False), key=_is_last):
                    self._storage.get_file(file, str(aside / Path(file).name))
            move_into_place(aside, shard)
        return shard

    def fetch_store(self, store: Path) -> None:
        """Bring every whole shard that this code, data and model made, on whatever machine, and ``store`` lacks."""
        with storage_faults(self._address, SourceError):
            self._storage.invalidate_cache()
            whole = self._storage.glob(self._at(f"{store.name}/*/{MEMBERS}"))
        for members in sorted(whole):
            self.fetch_shard(f"{store.name}/{Path(members).parent.name}", store)

    def _put(self, file: Path, name: str) -> None:
        self._storage.makedirs(self._at(name).rpartition("/")[0], exist_ok=True)
        self._storage.put_file(str(file), self._at(name))

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"


def _is_last(file: str | Path) -> tuple[bool, str]:
    return Path(file).name == MEMBERS, str(file)


def extract_exchanged(address: str, batch: str, store: str, model: str, people: str | None) -> list[str]:
    """Extract a batch of an exchange on a machine that shares no folder with the build; see ``extract_guarded``.

    Args:
        address: of the exchange.
        batch: where the batch is, as ``send_file`` gave it.
        store: name of the folder of shards that this code, data and model make.
        model: installed spaCy pipeline.
        people: where the list of own names is, as ``send_file`` gave it.

    Returns:
        Its shards, as ``send_shard`` names them.
    """
    exchange = Exchange(address)
    # of one place for all batches: processes that extract are kept for the list that they were started with
    lists = Path(tempfile.gettempdir()) / "teletipo-lists"
    lists.mkdir(exist_ok=True)
    tools: Tools = (model, None if people is None else str(exchange.fetch_file(people, lists)))
    folder = Path(tempfile.mkdtemp(prefix="teletipo-"))
    try:
        (folder / store).mkdir()
        path = exchange.fetch_file(batch, folder)
        return [exchange.send_shard(shard) for shard in extract_guarded(path, folder / store, folder / ASIDE, tools)]
    finally:
        shutil.rmtree(folder)
