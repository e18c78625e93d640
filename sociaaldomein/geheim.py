"""The secret key from a file, made once when the file is not there yet."""

import os
import secrets
from pathlib import Path


def read_secret(path: Path) -> str:
    """The secret in the file. A new file is whole at once and readable by its owner alone (0600)."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
        try:
            os.link(draft, path)  # of two that start together, one wins and both read the same
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
