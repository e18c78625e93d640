"""All addresses. Staff under /admin/, readers at the root."""

from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path

from sociaaldomein.gezondheid import gezondheid


def _of(module: str) -> list:
    return [path("", include(module))] if find_spec(module) else []


urlpatterns = [
    path("admin/", admin.site.urls),
    path("gezondheid/", gezondheid, name="gezondheid"),
    *_of("monitor.beheer.urls"),
    *_of("programma.urls"),
    *_of("monitor.weergave.urls"),
]
