"""Prefect inside the command: quiet, without a word to its makers, and gone with the command."""

import os
import signal
import sys

from flows.cli.app import complaints, console

PREFECT_SETTINGS = {
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # the command tells of the build and its faults, without tracebacks
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # without a network it would log an error at every start
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # 10 s measured on two idle cores; busy ones need more
    "PREFECT_CLI_COLORS": "false",
}

INTERRUPTED = "teletipo: interrupted; what was extracted is kept, and the next build goes on from there"


def set_prefect() -> None:
    """Set what the operator did not; Prefect reads its settings when it is imported."""
    for name, value in PREFECT_SETTINGS.items():
        os.environ.setdefault(name, value)


def end_on_interrupt() -> None:
    """Let Ctrl-C, or a service manager's SIGTERM, end the command at once, and Prefect's embedded server with it.

    Prefect would report the run as crashed first, for a minute, to a server that Ctrl-C has ended as well. A build may
    die at any moment, so nothing is lost.
    """

    def end(signal_number: int, _: object) -> None:
        signal.signal(signal_number, signal.SIG_IGN)
        console.show_cursor()
        complaints.print(INTERRUPTED, soft_wrap=True)
        if "prefect.server.api.server" in sys.modules:
            from prefect.server.api.server import SubprocessASGIServer

            SubprocessASGIServer().stop()  # one object a port, so this is the embedded server
        os._exit(128 + signal_number)

    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, end)
