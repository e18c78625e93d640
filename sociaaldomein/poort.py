"""Is the port free? Only the standard library: `make demo` asks before it does the long work."""

import os
import socket
import sys


def bezet(host: str, poort: int) -> str:
    """Empty when the port is free, else a sentence that says what to do."""
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((host, poort))
        except PermissionError:
            return f"Poort {poort} mag u niet gebruiken. Kies een poort vanaf 1024: PORT=8001 make demo"
        except OSError:
            return (
                f"Poort {poort} op {host} is al in gebruik. Stop het andere programma, "
                f"of kies een andere poort: PORT={poort + 1} make demo"
            )
    return ""


def main() -> int:
    tekst = os.environ.get("PORT") or "8000"
    if not (tekst.isdecimal() and 0 < int(tekst) < 65536):
        print(f"PORT is ‘{tekst}’. Dat moet een getal zijn van 1 tot en met 65535.")
        return 1
    if melding := bezet("127.0.0.1", int(tekst)):
        print(melding)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
