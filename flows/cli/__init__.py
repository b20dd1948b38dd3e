"""The command ``teletipo``: the only place that prints, and that reads the clock and the environment.

Each command imports what it needs when it is called: Prefect takes 2 s, spaCy 1 s, and most commands need neither.
"""

import sys

from flows.cli.app import app, complaints
from flows.cli.embedded import INTERRUPTED

# The help lists the commands in this order.
# isort: off
from flows.cli import building, trying, asking, keeping, store
# isort: on

__all__ = ["app", "asking", "building", "keeping", "main", "store", "trying"]


def main() -> None:
    """Run the command; a fault that the operator can mend ends it with one clear line and an exit code."""
    try:
        app()
    except Exception as error:
        # StopError and ContractError; to name ContractError here is to import pandera (1.5 s) at each start
        if not type(error).__module__.startswith(("flows.", "schemas.")) or not hasattr(error, "exit_code"):
            raise
        complaints.print(f"teletipo: {error}", markup=False, soft_wrap=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        complaints.print(INTERRUPTED, soft_wrap=True)
        sys.exit(130)
