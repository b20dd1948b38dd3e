"""The run that a schedule or a watcher starts: a build where something is new, and nothing where nothing is."""

import hashlib
import json
from pathlib import Path
from typing import Any

import prefect
import prefect.runtime
from prefect.artifacts import create_markdown_artifact
from prefect.blocks.webhook import Webhook
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import FlowRun, State
from prefect.flows import Flow
from prefect.states import Completed
from prefect.types.entrypoint import EntrypointType
from prefect.utilities.urls import url_for

from flows.build import BuildReport, last_manifest, run_build
from flows.extract.digests import code_digest, extraction_digest
from flows.nlp.pipeline import DEFAULT_MODEL
from flows.publish.files import replace_file
from flows.publish.index import next_release
from flows.publish.layout import STORE
from flows.publish.metadata.sources import describe_sources
from flows.read import RawFile, list_files
from flows.runners import check_server
from flows.tasks import is_transient

STAMP = Path(STORE, "built.json")
"""Below the folder of releases: what the last scheduled run was made of. Losing it costs one build."""


async def tell_failure(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Prefect's ``on_failure``: call the webhook block that the run's parameter ``notify`` names."""
    if block := flow_run.parameters.get("notify"):
        webhook: Any = await Webhook.aload(block)
        told = {"flow": flow.name, "flow_run": flow_run.name, "message": state.message, "url": url_for(flow_run)}
        text = f"teletipo: run {flow_run.name} {state.type.value.lower()}: {state.message} {told['url'] or ''}".strip()
        await webhook.call({"text": text, **told})  # "text" is what chat services show


@prefect.flow(name="update", validate_parameters=False, on_failure=[tell_failure], on_crashed=[tell_failure])
def update(
    raw: str,
    dist: str,
    model: str = DEFAULT_MODEL,
    people: str | None = None,
    workers: int = 1,
    accept: str | None = None,
    notify: str | None = None,
    timeout_hours: float = 24,
) -> State[BuildReport | None]:
    """Build a release named after the day of the run, unless raw files, code and model are those of the last one.

    Args:
        raw: folder (or fsspec URL) of article files.
        dist: folder of releases.
        model: installed spaCy pipeline for tags and parse.
        people: CSV file of a newsroom's own names, which win over ours.
        workers: processes that extract.
        accept: why a release that differs much from the last one is right.
        notify: name of a Prefect webhook block to call if the run fails.
        timeout_hours: a build that takes longer fails.

    Returns:
        The build's report; None where nothing was new.
    """
    files, stamp = take_stock(raw, model, people)
    if is_built(files, stamp, Path(dist), model, people):
        told = f"Nothing is new in {raw}: {len(files):,} files, code and model are those of the last release"
        create_markdown_artifact(key="update", markdown=told)
        return Completed(name="NothingNew", message=told, data=None)
    # the day for which the run was scheduled: a run that starts late still makes that day's release
    day = prefect.runtime.flow_run.scheduled_start_time.date().isoformat()
    name = next_release(Path(dist), day)
    limit = timeout_hours * 3600
    built = run_build(
        raw, dist, name, model=model, people=people, workers=workers, accept=accept, timeout_seconds=limit
    )
    replace_file(Path(dist) / STAMP, json.dumps({"release": name, "stamp": stamp}) + "\n")
    told = f"Release {built.folder.name}: {built.extracted_count:,} articles new, {built.known_count:,} known"
    create_markdown_artifact(key="update", markdown=told)
    return Completed(message=told, data=built)


@prefect.task(cache_policy=NO_CACHE, retries=3, retry_delay_seconds=[1, 10, 60], retry_condition_fn=is_transient)
def take_stock(raw: str, model: str, people: str | None) -> tuple[list[RawFile], str]:
    """List the raw files, and give the stamp of all that a release of them is made of."""
    files = list_files(raw)
    return files, input_stamp(files, model, people)


def serve_updates(cron: str, **parameters: str | int | None) -> None:
    """Run ``update`` as ``cron`` says, one run at a time, until the process is stopped; needs a Prefect server.

    Args:
        cron: five fields, in UTC.
        parameters: those of ``update``; the server's pages show them and let one change them for a single run.
    """
    check_server()
    update.serve(
        name="teletipo",
        cron=cron,
        parameters=parameters,
        limit=1,
        global_limit=1,  # a second machine that serves the same deployment waits as well
        print_starting_message=False,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def input_stamp(files: list[RawFile], model: str, people: str | None = None) -> str:
    """SHA-256 of all that a release is made of: raw files, what is known of their sources, code, model and schema."""
    digest = hashlib.sha256(f"{extraction_digest(model, people)}\0{code_digest()}\0".encode())
    for file in files:
        digest.update(f"{file.path}\0{file.sha256()}\0{file.source.model_dump_json()}\0".encode())
    return digest.hexdigest()


def is_built(files: list[RawFile], stamp: str, dist: Path, model: str, people: str | None = None) -> bool:
    """Whether the latest release has these inputs.

    Without a stamp of that release (it was built by hand) the manifest decides, which knows the same.
    """
    manifest = last_manifest(dist)
    if manifest is None:
        return False
    if (dist / STAMP).is_file():
        built = json.loads((dist / STAMP).read_text(encoding="utf-8"))
        if built.get("release") == manifest.parent.name:
            return bool(built["stamp"] == stamp)
    told = json.loads(manifest.read_text(encoding="utf-8"))
    lines = "\x1e".join(f"{file.path}\x1f{file.sha256() or ''}" for file in files)
    return bool(
        told["inputs"]["sha256"] == hashlib.sha256(lines.encode()).hexdigest()
        and told["sources"] == describe_sources(files)
        and told["code"]["extraction_sha256"] == extraction_digest(model, people)
        and told["code"]["sha256"] == code_digest()
    )
