"""A programme in the admin: what it is, its tree, its risks and its money."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q

from monitor import rechten
from monitor.beheer.basis import ScopedTabular
from monitor.beheer.geschiedenis import ScopedHistoryAdmin
from monitor.models.enums import Eenheid
from programma.beheer.indeling import Indeling
from programma.beheer.kiesveld import Kieslijst, Kiesrijen, Rijform, lijst_van_onderdelen
from programma.beheer.tonen import boom_van
from programma.bijwerken.eigen import functies_in
from programma.models import (
    Budgetregel,
    Functiehouder,
    Onderdeel,
    Programma,
    Risico,
    Risicostand,
)
from programma.models.programma import ONDER_ZICHZELF
from programma.regels.boom import is_kring
from programma.standen import maak_delen

GROEP = "Programma's"


class Boomrijen(Kiesrijen):
    """Rows that are each right by themselves may still go round together: A below B, and B below A."""

    keuzeveld = "ouder"

    def maak_lijst(self, keuzes):
        """Of this programme, each knowing that it is of it: no query for each row to see whose it is."""
        onderdelen = list(keuzes.filter(programma=self.instance))
        for onderdeel in onderdelen:
            onderdeel.programma = self.instance
        return lijst_van_onderdelen(onderdelen)

    def clean(self) -> None:
        super().clean()
        ouders = {o.pk: o.ouder_id for o in self.get_queryset()}
        for rij in self.initial_forms:
            gekozen = getattr(rij, "cleaned_data", {})
            if "ouder" in gekozen:
                ouders[rij.instance.pk] = gekozen["ouder"] and gekozen["ouder"].pk
        if any(is_kring(ouders, pk) for pk in ouders):
            raise ValidationError(ONDER_ZICHZELF)


class OnderdeelInline(ScopedTabular):
    """Quickly add and order; everything else is on the page of the onderdeel itself."""

    model = Onderdeel
    form = Rijform
    formset = Boomrijen
    template = "admin/programma/kiesrijen.html"
    fields = ["volgorde", "nummer", "titel", "code", "ouder", "gepland_tekst"]
    prepopulated_fields = {"code": ["titel"]}
    show_change_link = True
    can_delete = False
    verbose_name_plural = "onderdelen (niet meer nodig? archiveer het op zijn eigen pagina)"

    def limit_choices(self, request, db_field, queryset):
        return van_programma(request, super().limit_choices(request, db_field, queryset))


class RisicoInline(ScopedTabular):
    model = Risico
    fields = ["omschrijving", "code", "kans", "gevolg", "maatregel", "eigenaar", "trend"]
    prepopulated_fields = {"code": ["omschrijving"]}
    show_change_link = True


class Budgetrijen(Kiesrijen):
    keuzeveld = "reeks"

    def maak_lijst(self, keuzes):
        """Amounts in euros; what stands there already stays to be seen."""
        al = self.get_queryset().values("reeks")
        euros = keuzes.filter(Q(indicator__eenheid=Eenheid.EURO) | Q(pk__in=al))
        rijen = euros.select_related("indicator")
        return Kieslijst(
            "bedragen", ((r, f"{r.indicator.code} {r.sleutel}".strip()) for r in rijen)
        )


class BudgetregelInline(ScopedTabular):
    model = Budgetregel
    form = Rijform
    formset = Budgetrijen
    template = "admin/programma/kiesrijen.html"
    fields = ["soort", "omschrijving", "document", "reeks", "volgorde"]


class FunctiehouderInline(ScopedTabular):
    """Who signs in as which function; readers see the function alone."""

    model = Functiehouder
    fields = ["functie", "gebruiker"]

    def get_formset(self, request, obj=None, **kwargs):
        """The functions that the programme names, so that the two are written the same."""
        formset = super().get_formset(request, obj, **kwargs)
        veld = Functiehouder._meta.get_field("functie")
        keuzes = [("", "---------"), *((f, f) for f in (functies_in(obj) if obj else []))]
        formset.form.base_fields["functie"] = forms.ChoiceField(
            choices=keuzes, label="functie", help_text=veld.help_text
        )
        formset.form.base_fields["functie"].widget.attrs["aria-label"] = "Functie"
        return formset

    def limit_choices(self, request, db_field, queryset):
        """Who works for this gemeente and may report."""
        if db_field.name != "gebruiker":
            return super().limit_choices(request, db_field, queryset)
        return queryset.filter(
            is_active=True,
            lidmaatschappen__gemeente=getattr(request, "bewerkte_gemeente", None),
            lidmaatschappen__rol__in=rechten.rollen_met("programma.add_stand"),
        ).distinct()


class AlleenToevoegen:
    """Rows that were written stay as they are."""

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


def onthoud_schrijver(request, formset) -> None:
    """Who added the new rows of a kind that is only added to."""
    for rij in formset.forms:
        if not rij.instance.pk and hasattr(rij.instance, "gemaakt_door_id"):
            rij.instance.gemaakt_door = request.user


def van_programma(request, keuzes):
    """On the page of a programme, only parts of that programme."""
    nummer = str((request.resolver_match.kwargs or {}).get("object_id", ""))
    return keuzes.filter(programma_id=nummer) if nummer.isdigit() else keuzes.none()


@admin.register(Programma)
class ProgrammaAdmin(Indeling, ScopedHistoryAdmin):
    groep, plek = GROEP, 10
    list_display = ["naam", "gemeente", "start", "eind", "is_gearchiveerd"]
    list_filter = ["gemeente", "is_gearchiveerd"]
    list_select_related = ["gemeente"]
    search_fields = ["naam", "slug"]
    readonly_fields = ["boom"]
    change_form_template = "admin/programma/programma/change_form.html"
    fieldsets = [
        (None, {"fields": ["gemeente", "naam", "slug", "boom"]}),
        ("Opbouw", {"fields": ["niveaus", "telniveau", "regelnaam"]}),
        (
            "Inhoud",
            {"fields": ["ambitie", "aanleiding", "uitgangspunten", "partners", "bronnen"]},
        ),
        (
            "Rollen en looptijd",
            {
                "fields": [
                    "programmamanager",
                    "ambtelijk_opdrachtgever",
                    "bestuurlijk_opdrachtgever",
                    "email",
                    ("start", "eind"),
                    "looptijd_opmerking",
                    "rapportageperiode",
                    "is_gearchiveerd",
                ]
            },
        ),
        ("Geld en risico's", {"fields": ["budgettekst", "risicotekst"]}),
    ]

    @admin.display(description="stand van zaken")
    def boom(self, obj):
        return boom_van(obj) if obj and obj.pk else "Sla het programma eerst op."

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["naam"]}

    def get_inlines(self, request, obj):
        return (
            [OnderdeelInline, FunctiehouderInline, RisicoInline, BudgetregelInline] if obj else []
        )

    def save_formset(self, request, form, formset, change) -> None:
        super().save_formset(request, form, formset, change)
        if formset.model is Onderdeel:
            for onderdeel in [*formset.new_objects, *(o for o, _ in formset.changed_objects)]:
                maak_delen(onderdeel)


class RisicostandInline(AlleenToevoegen, ScopedTabular):
    model = Risicostand
    fields = ["datum", "kans", "gevolg", "toelichting"]
    ordering = ["-datum", "-pk"]
    verbose_name_plural = "verloop: voeg per periode een stand toe; wat gemeld is, blijft staan"


@admin.register(Risico)
class RisicoAdmin(ScopedHistoryAdmin):
    groep, plek = GROEP, 40
    list_display = ["omschrijving", "programma", "kans", "gevolg", "trend", "eigenaar"]
    list_filter = ["programma", "kans", "gevolg"]
    list_select_related = ["programma"]
    search_fields = ["omschrijving"]
    autocomplete_fields = ["onderdeel"]
    inlines = [RisicostandInline]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["omschrijving"]}

    def get_inlines(self, request, obj):
        return super().get_inlines(request, obj) if obj else []

    def save_formset(self, request, form, formset, change) -> None:
        onthoud_schrijver(request, formset)
        super().save_formset(request, form, formset, change)
