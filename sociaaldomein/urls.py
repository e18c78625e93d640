"""All addresses. Staff under /admin/, readers at the root, what is most general last."""

from django.contrib import admin
from django.urls import include, path

from sociaaldomein.gezondheid import gezondheid

urlpatterns = [
    path("admin/programma/bijwerken/", include("programma.bijwerken.beheer_urls")),
    path("admin/", admin.site.urls),
    path("bijwerken/", include("programma.bijwerken.urls")),
    path("gezondheid/", gezondheid, name="gezondheid"),
    path("api/", include("monitor.weergave.api.urls")),
    path("", include("monitor.beheer.urls")),
    path("", include("programma.urls")),
    path("", include("monitor.weergave.urls")),
]
