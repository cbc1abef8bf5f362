"""Two processes that take turns, so that both meet the same machine: each has a pipe from the other and one to it."""

from __future__ import annotations

import os

LENGTH = 10  # runs; no user's program starts every run with the processor's caches full of another program
YOURS, LAST, READY, GONE = b".", b"!", b"r", b""


class Turns:
    """The turns of one side. While the programs run, a side whose partner has come to its end goes on alone."""

    def __init__(self, read: int, write: int) -> None:
        self.read = read
        self.write = write
        self.left = 0
        self.partner = YOURS  # what came from it last

    def wait(self) -> None:
        """Before a run of the program."""
        if not self.left and self.partner == YOURS:
            self.receive()
            self.left = LENGTH

    def hand_over(self) -> None:
        """After a run of the program."""
        self.left -= 1
        if not self.left and self.partner == YOURS:
            self.send(YOURS)

    def meet(self) -> bool:
        """At the end of the program: wait until the partner is there too; False if it never will be."""
        self.send(READY)
        while self.partner not in (READY, GONE):
            self.receive()
        return self.partner == READY

    def receive(self) -> bytes:
        self.partner = os.read(self.read, 1)
        return self.partner

    def send(self, mark: bytes) -> None:
        try:
            os.write(self.write, mark)
        except BrokenPipeError:
            self.partner = GONE
