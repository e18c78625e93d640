"""A worker and a planner under the real supervision, for the fault tests; with `PROEF_POORT` the web too."""

import os
import sys

from sociaaldomein import toezicht
from sociaaldomein.management.commands import start


def main() -> None:
    toezicht.TE_VROEG = 0.0
    celery = [sys.executable, "-m", "celery", "-A", "sociaaldomein", "--quiet"]
    worker = ["worker", "-P", "threads", "-c", "1", "--include", "tests.opzet_werk"]
    planner = ["beat", "--pidfile=", "-s", f"{os.environ['DATA_DIR']}/beat"]
    delen = [
        toezicht.Deel("Worker", celery + worker + ["--without-gossip", "--without-mingle"]),
        toezicht.Deel("Planner", celery + planner),
    ]
    if poort := os.environ.get("PROEF_POORT"):
        delen.append(toezicht.Deel("Web", start._web("127.0.0.1", int(poort))))
    toezicht.Toezicht(delen).draai()


if __name__ == "__main__":
    main()
