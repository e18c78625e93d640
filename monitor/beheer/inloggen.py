"""One log-in page for everybody, a log-out by POST, and choosing one's own password.

A new user gets a link that works once and for three days, and chooses a password there: nobody else
ever knows a password that works.
"""

from django.contrib.auth import views
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.views.decorators.cache import never_cache

from monitor import rechten


class Inloggen(views.LoginView):
    template_name = "registration/inloggen.html"

    def get_default_redirect_url(self) -> str:
        """Staff to their work, council members to the monitor of their gemeente."""
        if rechten.heeft_beheer(self.request.user):
            return reverse("admin:index")
        eigen = set(self.request.user.lidmaatschappen.values_list("gemeente__slug", flat=True))
        return reverse("weergave:gemeente", args=eigen) if len(eigen) == 1 else "/"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            mag_beheren=rechten.heeft_beheer(self.request.user), **kwargs
        )


class Uitloggen(views.LogoutView):
    """By POST only, so that no page of others can log somebody out."""

    http_method_names = ["post", "options"]
    next_page = "/"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if request.method == "POST":
            response["Clear-Site-Data"] = '"cache", "storage"'
        patch_vary_headers(response, ["Cookie"])
        return response


@method_decorator(never_cache, name="dispatch")
class Wachtwoord(views.PasswordChangeView):
    template_name = "registration/wachtwoord.html"
    success_url = reverse_lazy("wachtwoord_klaar")


@method_decorator(never_cache, name="dispatch")
class WachtwoordKlaar(views.PasswordChangeDoneView):
    template_name = "registration/wachtwoord_klaar.html"


class NieuwWachtwoord(views.PasswordResetConfirmView):
    """The page behind a link that works once."""

    template_name = "registration/nieuw_wachtwoord.html"
    success_url = reverse_lazy("inloggen")


def eenmalige_link(request: HttpRequest, user: User) -> str:
    """A full address with which this user chooses a password; dead after use or three days."""
    deel = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return request.build_absolute_uri(reverse("nieuw_wachtwoord", args=[deel, token]))
