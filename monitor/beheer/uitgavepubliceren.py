"""The publish page: what is wrong, what to look at, the button; and the second person where one is asked.

The button asks for work in the background; the page of its progress comes back here with the reasons
when it was refused.
"""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from monitor.beheer.taken import naar_voortgang
from monitor.beheer.uitgaveformulier import PubliceerForm
from monitor.models import Publicatieverzoek, Uitgave
from monitor.publiceren.bevriezen import PubliceerFout, beoordeel
from monitor.publiceren.stappen import te_vroeg
from monitor.publiceren.verzoeken import bevestig, laatste, lopend, mag, trek_terug, vraag


class Uitgavepubliceren(admin.ModelAdmin):
    """Mixed into the admin of the edition."""

    def get_urls(self):
        view = self.admin_site.admin_view(
            require_http_methods(["GET", "HEAD", "POST"])(self.publiceren)
        )
        return [
            path("<int:pk>/publiceren/", view, name="monitor_uitgave_publiceren"),
            *super().get_urls(),
        ]

    def publiceren(self, request, pk: int):
        """First what is wrong and what to look at, then the button."""
        uitgave = self.get_object_or_404(request, str(pk), "publish")
        versies = uitgave.publicaties.defer("inhoud").order_by("-versie")
        gepost = request.POST if request.method == "POST" else None
        if gepost is not None and "verzoek" in gepost:
            return self.behandel_verzoek(request, uitgave, gepost)
        form = PubliceerForm(gepost, versies=versies)
        if form.is_valid() and not te_vroeg(uitgave, request.user):
            return self._vraag(request, uitgave, form)
        bezwaren, waarschuwingen = beoordeel(uitgave)
        context = self.admin_site.each_context(request) | {
            "title": f"Publiceren: {uitgave}",
            "opts": self.opts,
            "uitgave": uitgave,
            "form": form,
            "versies": versies,
            "redenen": [*te_vroeg(uitgave, request.user), *bezwaren],
            "waarschuwingen": waarschuwingen,
            **verzoekcontext(request, uitgave),
        }
        return TemplateResponse(request, "admin/monitor/uitgave/publiceren.html", context)

    def _vraag(self, request, uitgave: Uitgave, form: PubliceerForm) -> HttpResponseRedirect:
        try:
            verzoek = vraag(
                uitgave,
                by=request.user,
                na_versie=form.cleaned_data["na_versie"] or 0,
                notitie=form.cleaned_data.get("notitie", ""),
            )
        except PubliceerFout as fout:
            for reden in fout.redenen:
                self.message_user(request, reden, messages.ERROR)
            return HttpResponseRedirect(request.path)
        return self.naar_verzoek(request, verzoek)

    def naar_verzoek(self, request, verzoek: Publicatieverzoek) -> HttpResponseRedirect:
        """To the progress of the work, or back to the edition when a second person must confirm."""
        if verzoek.taak is not None:
            self.log_change(request, verzoek.uitgave, f"{verzoek.get_soort_display()}: gevraagd")
            return naar_voortgang(verzoek.taak)
        self.message_user(request, "Gevraagd. Een collega bevestigt het op de pagina ‘Publiceren’.")
        return _terug(verzoek.uitgave)

    def behandel_verzoek(self, request, uitgave: Uitgave, gepost) -> HttpResponseRedirect:
        """The second person confirms, or somebody takes the request back."""
        verzoek = lopend(uitgave)
        if verzoek is None or str(verzoek.pk) != gepost["verzoek"]:
            self.message_user(request, "Dit verzoek is er niet meer.", messages.WARNING)
            return _terug(uitgave)
        try:
            if gepost.get("doe") == "bevestig":
                return self.naar_verzoek(request, bevestig(verzoek, by=request.user))
            trek_terug(verzoek, by=request.user)
        except PubliceerFout as fout:
            self.message_user(request, str(fout), messages.ERROR)
        else:
            self.message_user(request, "Het verzoek is teruggetrokken.")
        return _terug(uitgave)


def verzoekcontext(request, uitgave: Uitgave) -> dict[str, object]:
    """The open request of the edition, and what this person may do with it."""
    verzoek = lopend(uitgave)
    if verzoek is None:
        return {"verzoek": None, "laatste": laatste(uitgave)}
    mag_het = mag(request.user, verzoek.soort, uitgave)
    wacht = verzoek.bevestigd_op is None
    return {
        "verzoek": verzoek,
        "mag_bevestigen": mag_het and wacht and verzoek.gevraagd_door_id != request.user.pk,
        "mag_terugtrekken": mag_het and wacht,
    }


def _terug(uitgave: Uitgave) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:monitor_uitgave_publiceren", args=[uitgave.pk]))
