"""A worker and a planner under the real supervision, for the fault tests."""

import os
import sys

from sociaaldomein import toezicht


def main() -> None:
    toezicht.TE_VROEG = 0.0
    celery = [sys.executable, "-m", "celery", "-A", "sociaaldomein", "--quiet"]
    worker = ["worker", "-P", "threads", "-c", "1", "--include", "tests.opzet_werk"]
    planner = ["beat", "--pidfile=", "-s", f"{os.environ['DATA_DIR']}/beat"]
    toezicht.Toezicht(
        [
            toezicht.Deel("Worker", celery + worker + ["--without-gossip", "--without-mingle"]),
            toezicht.Deel("Planner", celery + planner),
        ]
    ).draai()


if __name__ == "__main__":
    main()
