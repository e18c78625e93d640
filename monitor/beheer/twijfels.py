"""Rules, doubts, owners and reminders in the admin."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError

from monitor import rechten
from monitor.beheer.basis import ReadOnlyAdmin, ScopedAdmin
from monitor.beheer.formulier import ScopedForm
from monitor.invoer.twijfels import controleer_uitgave, ruim_regel_op, verklaar
from monitor.invoer.twijfels_probeer import probeer
from monitor.models import Controleregel, Eigenaar, Herinnering, Twijfel, Uitgave
from monitor.models.enums import IngebouwdeRegel, TwijfelStand, UitgaveStand

IN_BEWERKING = (UitgaveStand.CONCEPT, UitgaveStand.IN_CONTROLE, UitgaveStand.VASTGESTELD)


class ControleregelForm(ScopedForm):
    """Posted with `_probeer` it says what the rule finds, and nothing is kept."""

    proef: tuple[int, list] | None = None

    def clean(self) -> dict:
        gegevens = super().clean()
        if not gegevens.get("naam") and (code := gegevens.get("ingebouwd")):
            gegevens["naam"] = str(IngebouwdeRegel(code).label)
        return gegevens

    def _post_clean(self) -> None:
        super()._post_clean()
        if "_probeer" in self.data and not self.errors:
            self.proef = probeer(self.instance)
            self.add_error(None, ValidationError("Nog niet bewaard.", code="proef"))


@admin.register(Controleregel)
class ControleregelAdmin(ScopedAdmin):
    groep, plek = "Inrichting", 40
    form = ControleregelForm
    list_display = ["naam", "wat", "indicator", "ernst", "is_aan", "gemeente"]
    list_filter = ["gemeente", "is_aan", "ingebouwd"]
    list_select_related = ["gemeente", "indicator"]
    search_fields = ["naam", "links", "rechts", "indicator__naam"]
    change_form_template = "admin/monitor/controleregel/wijzigen.html"
    fieldsets = [
        (None, {"fields": ["gemeente", "naam", "is_aan", "indicator"]}),
        (
            "Eigen regel",
            {
                "description": "Twee berekeningen en hoe die zich tot elkaar verhouden. Tussen [ ] achter "
                "een code: een soort, een categorie (wijk=noord), ‘vorige’ of ‘jaar_eerder’.",
                "fields": ["links", "operator", "rechts", "marge", "bij_leeg", "advies"],
            },
        ),
        (
            "Of: een ingebouwde controle anders instellen",
            {
                "description": "Laat links en rechts dan leeg.",
                "fields": ["ingebouwd", "ondergrens", "bovengrens"],
            },
        ),
        ("Allebei", {"fields": ["ernst", "marge_procent"]}),
    ]

    @admin.display(description="regel")
    def wat(self, obj):
        if obj.ingebouwd:
            return obj.get_ingebouwd_display()
        return f"{obj.links} {obj.get_operator_display()} {obj.rechts}"

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """A try is no error: take its mark off the form again."""
        form = context["adminform"].form
        if getattr(form, "proef", None) is not None:
            form.errors.pop("__all__", None)
            context["errors"] = None
            context["proef"] = form.proef
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change) -> None:
        super().save_model(request, obj, form, change)
        ruim_regel_op(obj)
        for uitgave in _open_uitgaven(obj.gemeente_id):
            controleer_uitgave(uitgave)

    def delete_model(self, request, obj) -> None:
        ruim_regel_op(obj)
        gemeente = obj.gemeente_id
        super().delete_model(request, obj)
        for uitgave in _open_uitgaven(gemeente):
            controleer_uitgave(uitgave)


def _open_uitgaven(gemeente_id: int):
    rijen = Uitgave.objects.filter(gemeente_id=gemeente_id, stand__in=IN_BEWERKING)
    return rijen.select_related("gemeente", "periode", "vorige")


class TwijfelForm(ScopedForm):
    toelichting = forms.CharField(
        label="Waarom klopt het cijfer toch?",
        max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="Uw uitleg blijft bij het cijfer staan en vervalt als het cijfer verandert.",
    )

    class Meta:
        model = Twijfel
        fields = ["toelichting"]

    def clean(self) -> dict:
        gegevens = super().clean()
        if not self.instance.mag_verklaard:
            raise ValidationError("Een fout kunt u niet verklaren. Verbeter het cijfer.")
        if self.instance.stand == TwijfelStand.GECORRIGEERD:
            raise ValidationError("Het cijfer is intussen veranderd. Uitleggen hoeft niet meer.")
        return gegevens


@admin.register(Twijfel)
class TwijfelAdmin(ScopedAdmin):
    groep, plek = "Invoer", 30
    form = TwijfelForm
    list_display = ["som", "cijfer", "periode", "ernst", "stand", "gemeente"]
    list_filter = ["gemeente", "stand", "ernst", "reeks__indicator__domein", "periode"]
    list_select_related = ["gemeente", "reeks__indicator", "periode"]
    search_fields = ["reeks__indicator__naam", "reeks__indicator__code", "som", "toelichting"]
    ordering = ["stand", "ernst", "-pk"]
    actions = None

    @admin.display(description="cijfer", ordering="reeks__indicator__naam")
    def cijfer(self, obj):
        return str(obj.reeks)

    def get_fieldsets(self, request, obj=None):
        velden = ["som", "advies", "ernst", "stand", "reeks", "periode"]
        if obj is not None and (obj.mag_verklaard or obj.toelichting):
            velden.append("toelichting")
        if obj is not None and obj.verklaard_op:
            velden += ["verklaard_door", "verklaard_op"]
        return [(None, {"fields": velden})]

    def get_readonly_fields(self, request, obj=None):
        vast = ["som", "advies", "ernst", "stand", "reeks", "periode"]
        return [*vast, "verklaard_door", "verklaard_op"]

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """An error is corrected at the figure; there is nothing to save here."""
        if obj is not None and not obj.mag_verklaard:
            context |= {"show_save": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change) -> None:
        self._check_scope(request, obj, self.perm("change"))
        verklaar(obj, form.cleaned_data["toelichting"], by=request.user)


@admin.register(Eigenaar)
class EigenaarAdmin(ScopedAdmin):
    groep, plek = "Inrichting", 45
    list_display = ["functie", "e_mail", "wil_herinnering", "gemeente"]
    list_filter = ["gemeente", "wil_herinnering"]
    list_select_related = ["gemeente"]
    search_fields = ["functie", "e_mail"]


@admin.register(Herinnering)
class HerinneringAdmin(ReadOnlyAdmin):
    groep, plek = "Uitgaven", 60
    list_display = [
        "dag",
        "eigenaar",
        "uitgave",
        "open_cijfers",
        "twijfels",
        "verstuurd_op",
        "fout",
    ]
    list_filter = ["uitgave__gemeente", "uitgave"]
    list_select_related = ["eigenaar", "uitgave", "bericht"]
    date_hierarchy = "dag"


def twijfels_bij(waarneming) -> list[Twijfel]:
    """What is doubted or explained about one figure, for its form."""
    rijen = Twijfel.objects.filter(
        reeks_id=waarneming.reeks_id, periode_id=waarneming.periode_id
    ).exclude(stand=TwijfelStand.GECORRIGEERD)
    return list(rijen.select_related("verklaard_door"))


def mag_verklaren(request, gemeente_id: int) -> bool:
    return rechten.mag(request.user, "monitor.change_twijfel", gemeente_id)
