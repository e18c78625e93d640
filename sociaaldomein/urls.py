"""All addresses. Staff under /admin/, readers at the root."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
