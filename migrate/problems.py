"""The two ways a command can fail: the user has to change something, or some input stayed unread."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command says to the shell."""

    DONE = 0
    PENDING = 1
    USAGE = 2
    INCOMPLETE = 3
    DIFFERENT = 4
    NOT_COMPARABLE = 5


class UserError(Exception):
    """Wrong use or a wrong environment: `message` says what is wrong and what to do, in one line."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))
