"""The admin site: one place for everything that staff do, in the order of their work."""

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

METHODEN = ("GET", "HEAD", "POST")
GROEPEN = ("Invoer", "Uitgaven", "Programma's", "Inrichting")
EIGEN_APPS = ("monitor", "programma")
# Pages of the stock admin that look past the gemeente or that ours replace.
VERVANGEN = {"logout", "password_change", "password_change_done", "view_on_site"}


class ScopedAutocomplete(AutocompleteJsonView):
    """Stock, over the scoped queryset; who works in several gemeenten sees of which each row is."""

    def process_request(self, request):
        term, *rest = super().process_request(request)
        return term.replace("\0", ""), *rest

    def serialize_result(self, obj, to_field_name):
        from monitor import rechten

        rij = super().serialize_result(obj, to_field_name)
        gemeente = rechten.gemeente_van(obj)
        if gemeente is not None and rechten.werkt_in_meer_gemeenten(self.request.user):
            rij["text"] += f" ({gemeente})"
        return rij


class Beheersite(AdminSite):
    site_header = "Raadsmonitor sociaal domein"
    site_title = "Raadsmonitor"
    index_title = "Beheer"
    index_template = "admin/beheer.html"
    site_url = "/"
    empty_value_display = "–"

    def register(self, model_or_iterable, admin_class=None, **options) -> None:
        """Only admins that know the gemeente come in; those of other packages stay out."""
        from monitor.beheer.basis import ScopedAdmin

        if admin_class is not None and issubclass(admin_class, ScopedAdmin):
            super().register(model_or_iterable, admin_class, **options)
            return
        models_ = (
            model_or_iterable
            if isinstance(model_or_iterable, list | tuple)
            else [model_or_iterable]
        )
        if eigen := [m.__name__ for m in models_ if m._meta.app_label in EIGEN_APPS]:
            raise ImproperlyConfigured(
                f"The admin of {', '.join(eigen)} must derive from ScopedAdmin."
            )

    def has_permission(self, request) -> bool:
        from monitor import rechten

        return rechten.heeft_beheer(request.user)

    def admin_view(self, view, cacheable=False):
        """Staff pages are never kept; who has nothing to do here is told so, not sent in circles."""
        inner = super().admin_view(view, cacheable=False)

        def outer(request, *args, **kwargs):
            if request.method not in METHODEN:
                return HttpResponseNotAllowed(METHODEN)
            if not self.has_permission(request):
                if request.user.is_authenticated:
                    raise PermissionDenied
                return redirect_to_login(request.get_full_path(), reverse("inloggen"))
            return inner(request, *args, **kwargs)

        return update_wrapper(never_cache(outer), inner)

    def get_urls(self):
        return [url for url in super().get_urls() if getattr(url, "name", "") not in VERVANGEN]

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        """There is one log-in page, for staff and council members alike."""
        beheer = reverse("admin:index", current_app=self.name)
        naar = request.GET.get("next", beheer)
        if not url_has_allowed_host_and_scheme(naar, {request.get_host()}):
            naar = beheer
        if self.has_permission(request):
            return HttpResponseRedirect(naar)
        return redirect_to_login(naar, reverse("inloggen"))

    def autocomplete_view(self, request):
        return ScopedAutocomplete.as_view(admin_site=self)(request)

    def index(self, request, extra_context=None):
        from monitor.beheer.overzicht import overzicht

        return super().index(request, overzicht(request.user) | (extra_context or {}))

    def get_log_entries(self, request):
        return super().get_log_entries(request).filter(user_id=request.user.pk)

    # -- navigation ------------------------------------------------------------------------------

    def get_app_list(self, request, app_label=None):
        """The models, grouped by what staff do instead of by app."""
        groepen: dict[str, list] = {groep: [] for groep in GROEPEN}
        for app in self._build_app_dict(request, app_label).values():
            for item in app["models"]:
                model_admin = self._registry[item["model"]]
                if model_admin.in_menu:
                    groepen.setdefault(model_admin.groep or "Inrichting", []).append(
                        item | {"plek": model_admin.plek}
                    )
        return [self._groep(naam, items) for naam, items in groepen.items() if items]

    def _groep(self, naam: str, items: list[dict]) -> dict:
        items.sort(key=lambda item: (item["plek"], item["name"]))
        code = naam.lower().replace("'", "")
        try:
            adres = f"{reverse('admin:index', current_app=self.name)}#{code}"
        except NoReverseMatch:  # pragma: no cover
            adres = ""
        return {
            "name": naam,
            "app_label": code,
            "app_url": adres,
            "has_module_perms": True,
            "models": items,
        }
