"""Keep a few processes running together: start, watch, restart, stop. No Django in here.

Each child leads a group of its own and gets SIGTERM from the kernel when this process dies, so that
nothing is left behind, whatever happened to the supervisor.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

TE_VROEG = 5.0  # seconds: who dies so soon after its start, will die again
UITSTEL = 30.0  # seconds between SIGTERM and SIGKILL
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


class Opgegeven(Exception):
    """A part stopped right after its start; restarting it has no use."""


def die_with_parent() -> None:
    """Linux: let the kernel send this process SIGTERM when its parent dies."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Deel:
    """One process: its name for people and its command."""

    naam: str
    opdracht: list[str]
    proces: subprocess.Popen[bytes] | None = None
    begonnen: float = 0.0

    def start(self) -> None:
        self.begonnen = time.monotonic()
        self.proces = subprocess.Popen(  # noqa: S603 - our own command lines
            self.opdracht,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    @property
    def leeft(self) -> bool:
        return self.proces is not None and self.proces.poll() is None

    def stuur(self, sein: signal.Signals) -> None:
        """To the whole group, also when its leader is gone already."""
        if self.proces is None:
            return
        try:
            os.killpg(self.proces.pid, sein)
        except (ProcessLookupError, PermissionError):
            return


@dataclass
class Toezicht:
    """Runs the parts until a signal comes, then stops all of them."""

    delen: list[Deel]
    klaar: Callable[[], None] = lambda: None  # called once, when the parts have been started
    gestopt: bool = field(default=False, init=False)

    def draai(self) -> None:
        """Blocks. Raises `Opgegeven`, after having stopped the rest."""
        vorige = {s: signal.signal(s, self._stop) for s in (signal.SIGTERM, signal.SIGINT)}
        try:
            for deel in self.delen:
                deel.start()
            self.klaar()
            while not self.gestopt:
                self._kijk()
                time.sleep(0.2)
        finally:
            self.stop()
            for sein, handler in vorige.items():
                signal.signal(sein, handler)

    def _stop(self, _sein: int, _frame: FrameType | None) -> None:
        self.gestopt = True

    def _kijk(self) -> None:
        for deel in self.delen:
            if self.gestopt or deel.leeft:
                continue
            deel.stuur(signal.SIGKILL)  # what it left behind
            if time.monotonic() - deel.begonnen < TE_VROEG:
                raise Opgegeven(deel.naam)
            print(f"{deel.naam} is gestopt en wordt opnieuw gestart.", file=sys.stderr, flush=True)
            deel.start()

    def stop(self) -> None:
        """SIGTERM to all, and SIGKILL to what is still there after the delay."""
        for deel in self.delen:
            deel.stuur(signal.SIGTERM)
        einde = time.monotonic() + UITSTEL
        while any(deel.leeft for deel in self.delen) and time.monotonic() < einde:
            time.sleep(0.1)
        for deel in self.delen:
            deel.stuur(signal.SIGKILL)
            if deel.proces is not None:
                deel.proces.wait()
