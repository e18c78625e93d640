"""History of an object (simple_history), inside the gemeente and to read only."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from simple_history.admin import SimpleHistoryAdmin

from monitor.beheer.basis import ScopedAdmin


class ScopedHistoryAdmin(ScopedAdmin, SimpleHistoryAdmin):
    """Stock, the history page finds objects past the queryset, and its form page writes for
    whoever may only look. Here the first is scoped and the second does not exist."""

    def get_urls(self):
        return [
            url for url in super().get_urls() if not (url.name or "").endswith("_simple_history")
        ]

    def history_view(self, request, object_id, extra_context=None):
        if self.get_object_or_404(request, object_id) is None:
            raise Http404
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        raise PermissionDenied

    def revert_disabled(self, request, obj=None) -> bool:
        return True
