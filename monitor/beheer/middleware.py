"""What holds for every staff page, also when it refuses or fails."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

STAFADRESSEN = ("/admin/", "/bijwerken/", "/inloggen/", "/uitloggen/")


class NooitBewaren:
    """Nothing on the way keeps a staff page: not the page, not the refusal, not the redirect."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(STAFADRESSEN) and "no-store" not in response.get(
            "Cache-Control", ""
        ):
            del response["Cache-Control"]
            add_never_cache_headers(response)
        return response
