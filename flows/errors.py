"""What can go wrong, by what the operator does about it.

TeletipoError
├── StopError             nothing is published; a message and an exit code
│   ├── ConfigError       2  an option, a source.yml or an environment that cannot be used
│   ├── SourceError       3  the raw folder as a whole cannot be read
│   ├── (ContractError)   4  a table does not have the columns that its schema promises; it lives with the schemas
│   ├── InvariantError    5  a rule across tables does not hold
│   ├── DriftError        6  the release differs from the last one by more than is credible
│   └── PublishError      7  the release cannot be written or found
├── RecordError           one file, record or article is skipped: a counted reject
└── TransientError        75 worth trying again; the only one that Prefect retries
"""


class TeletipoError(Exception):
    """Base of all; its text says what is wrong, with the values, and what to do."""


class StopError(TeletipoError):
    """The command ends with ``exit_code`` and the message, and nothing is published."""

    exit_code = 1


class ConfigError(StopError):
    """An option, a ``source.yml`` or an environment that cannot be used."""

    exit_code = 2


class SourceError(StopError):
    """The raw folder as a whole cannot be read."""

    exit_code = 3


class InvariantError(StopError):
    """A rule across tables does not hold."""

    exit_code = 5


class DriftError(StopError):
    """The release differs from the last one by more than is credible."""

    exit_code = 6


class PublishError(StopError):
    """The release cannot be written or found."""

    exit_code = 7


class RecordError(TeletipoError):
    """One file, record or article cannot be used: it becomes a row of ``rejects``.

    Attributes:
        check: short snake_case name of the fault, the reject's ``check_name``.
        source_path: the file, or ``path#key``.
    """

    def __init__(self, check: str, source_path: str, reason: str) -> None:
        super().__init__(f"{source_path}: {reason}")
        self.check = check
        self.source_path = source_path
        self.reason = reason


class TransientError(TeletipoError):
    """A fault that may pass: a storage that does not answer; it ends the command after the last try.

    Attributes:
        exit_code: 75, as sysexits.h has it for what may be tried again later.
    """

    exit_code = 75
