"""All addresses. Staff under /admin/, readers at the root, what is most general last."""

from django.contrib import admin
from django.urls import include, path

from sociaaldomein.gezondheid import gezondheid

urlpatterns = [
    path("admin/", admin.site.urls),
    path("gezondheid/", gezondheid, name="gezondheid"),
    path("", include("monitor.beheer.urls")),
    path("", include("programma.urls")),
    path("", include("monitor.weergave.urls")),
]
