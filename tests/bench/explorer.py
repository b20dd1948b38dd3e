"""What the explorer of a release costs: time and memory to write it, and how soon its views answer in a browser.

    python -m tests.bench.explorer RELEASE [--into FOLDER] [--loads 9]

The bars: interactive in under 1 s for the seed release; under 2 GB and a few minutes to write that of 10 M mentions,
which ``tests.bench.multiplied`` makes. Needs Chromium for the second half.
"""

import argparse
import json
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from flows.publish.database import open_release
from flows.publish.explorer import write_explorer
from flows.resolve.bounded import bounded

VIEWS = ("", "#/hechos", "#/citas", "#/nombres", "#/lugares", "#/articulos", "#/articulo/{article}", "#/nombre/{name}")
READY = """<script>
new MutationObserver((_, watcher) => {
  watcher.disconnect();
  document.body.dataset.interactive = performance.now();
}).observe(document.documentElement, { attributeFilter: ["data-ready"] });
</script>
"""


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("release", type=Path)
    parser.add_argument("--into", type=Path, help="folder to leave the explorer in; a temporary one if left out")
    parser.add_argument("--loads", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        folder = options.into or Path(aside, "explorer")
        _tell(f"written in {_write(options.release, folder, Path(aside, 'spill')):.1f} s")
        _tell(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB of memory")
        files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        _tell(f"{sum(files) / 1e6:.1f} MB in {len(files)} files")
        ids = {"article": _first_id(folder, "articles"), "name": _first_id(folder, "entities")}
        for view in VIEWS:
            took = [interactive(folder, view.format(**ids), Path(aside)) for _ in range(options.loads)]
            _tell(f"interactive in {statistics.median(took):.2f} s, at most {max(took):.2f} s: {view or '#/'}")


def interactive(explorer: Path, view: str, aside: Path) -> float:
    """Seconds from the navigation until a view stands and answers, in a browser with a profile of its own."""
    page = (explorer / "index.html").read_text(encoding="utf-8")
    base = f'<base href="{explorer.resolve().as_uri()}/">'
    watched = aside / "watched.html"
    watched.write_text(page.replace("<head>", f"<head>{base}{READY}"), encoding="utf-8")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        raise SystemExit("no browser to open the explorer in; with Debian: apt-get install chromium")
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--timeout=60000"]
        command += [f"--user-data-dir={profile}", f"{watched.as_uri()}{view}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
    (found,) = re.findall(r'<body data-interactive="([\d.]+)"', done.stdout)
    return float(found) / 1000


def _write(release: Path, folder: Path, spill: Path) -> float:
    manifest = release / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else {"release": release.name}
    facts = {key: told.get(key) for key in ("release", "schema_version", "model", "previous", "accuracy")}
    begun = time.perf_counter()
    with open_release(release, **bounded(spill)) as con:
        write_explorer(con, folder, facts)
    return time.perf_counter() - begun


def _first_id(folder: Path, kind: str) -> str:
    text = (folder / "data" / f"{kind}-0.js").read_text(encoding="utf-8")
    return text.partition('"id":"')[2].partition('"')[0]


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
