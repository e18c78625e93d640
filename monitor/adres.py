"""From where a request comes, also behind our own web servers."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def adres_van(request: HttpRequest) -> str:
    """The address of the visitor, as text.

    Each of our own web servers adds the address it saw to X-Forwarded-For, so with `VERTROUWDE_PROXIES` of them it
    is that many from the right; what stands left of it anybody may have written. Without them, and when there are fewer
    than there should be or it is no address, it is the address of the connection.
    """
    aantal = settings.VERTROUWDE_PROXIES
    gezien = [deel.strip() for deel in request.headers.get("X-Forwarded-For", "").split(",")]
    if 0 < aantal <= len(gezien) and _is_adres(gezien[-aantal]):
        return gezien[-aantal]
    return str(request.META.get("REMOTE_ADDR", ""))


def _is_adres(tekst: str) -> bool:
    try:
        ip_address(tekst)
    except ValueError:
        return False
    return True
