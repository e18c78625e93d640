"""The base of every ModelAdmin and inline: nobody sees or touches another gemeente's rows.

`pad` is the lookup from the model to its gemeente (`gemeente`, `uitgave__gemeente`); left empty it
follows from the model. All that an admin offers starts at `Scoped.get_queryset` or
`Scoped.limit_choices`; both start at `rechten.gemeenten_met`.
"""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import models
from django.forms.models import _get_foreign_key
from django.http import Http404, HttpRequest

from monitor import rechten
from monitor.beheer import intussen
from monitor.beheer.filters import scoped_filter
from monitor.beheer.formulier import ScopedForm, vreemde_velden
from monitor.beheer.rijnamen import noem_velden
from monitor.beheer.slot import reden_vast
from monitor.beheer.velden import NotatieField
from monitor.models import Gemeente, Periode

# Rows without an owner, that everybody may see. All other models belong to a gemeente.
GEDEELD: frozenset[type[models.Model]] = frozenset({Periode})


class Scoped:
    """What ModelAdmins and inlines share. Mix in before Django's class."""

    pad = ""
    form = ScopedForm
    # Unit in which a decimal field is read, by name of the field.
    eenheden: dict[str, str] = {}

    @property
    def pad_naar_gemeente(self) -> str:
        return self.pad or rechten.pad_van(self.model)

    def perm(self, actie: str) -> str:
        return f"{self.opts.app_label}.{actie}_{self.opts.model_name}"

    def gemeenten(self, request: HttpRequest, actie: str = "view") -> models.QuerySet[Gemeente]:
        return rechten.gemeenten_met(request.user, self.perm(actie))

    def scope(self, request, queryset: models.QuerySet, actie: str = "view") -> models.QuerySet:
        """Only the rows of gemeenten in which the user may do this."""
        if request.user.is_superuser and request.user.is_active:
            return queryset
        return queryset.filter(**{f"{self.pad_naar_gemeente}__in": self.gemeenten(request, actie)})

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return self.scope(request, super().get_queryset(request))

    def mag(self, request: HttpRequest, actie: str, obj: models.Model | None = None) -> bool:
        if obj is not None and actie in ("add", "change", "delete") and reden_vast(self.model, obj):
            return False
        gemeente = rechten.gemeente_van(obj) if obj is not None else None
        return rechten.mag(request.user, self.perm(actie), gemeente.pk if gemeente else None)

    def has_view_permission(self, request, obj=None) -> bool:
        return self.mag(request, "view", obj)

    def has_add_permission(self, request, obj=None) -> bool:
        return self.mag(request, "add", obj)

    def has_change_permission(self, request, obj=None) -> bool:
        return self.mag(request, "change", obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return self.mag(request, "delete", obj)

    # -- choices ---------------------------------------------------------------------------------

    def limit_choices(self, request, db_field, queryset: models.QuerySet) -> models.QuerySet:
        """The rows that a relation field may offer; on an existing object, of its gemeente only."""
        doel = queryset.model
        if doel in GEDEELD:
            return queryset
        try:
            pad = rechten.pad_van(doel)
        except LookupError as fout:
            raise ImproperlyConfigured(
                f"{self.__class__.__name__}.{db_field.name}: say which rows may be chosen "
                "(override limit_choices), or make the field read-only."
            ) from fout
        if (eigen := getattr(request, "bewerkte_gemeente", None)) is not None:
            queryset = queryset.filter(**{pad: eigen})
        if db_field.name == self.pad_naar_gemeente.split("__")[0]:
            toegestaan = self.gemeenten(request, "add")
        else:
            perm = f"{doel._meta.app_label}.view_{doel._meta.model_name}"
            toegestaan = rechten.gemeenten_met(request.user, perm)
        return queryset.filter(**{f"{pad}__in": toegestaan})

    def _limit_field(self, field, db_field, request):
        if field is not None:
            field.queryset = self.limit_choices(request, db_field, field.queryset)
            self._name_gemeente(field, request)
        return field

    def _name_gemeente(self, field, request) -> None:
        """With several gemeenten in one list, say of which each choice is."""
        if field.queryset.model in GEDEELD | {Gemeente} or hasattr(request, "bewerkte_gemeente"):
            return
        if rechten.werkt_in_meer_gemeenten(request.user):
            field.label_from_instance = lambda obj: f"{obj} ({rechten.gemeente_van(obj)})"

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        return self._limit_field(field, db_field, request)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        return self._limit_field(field, db_field, request)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.DecimalField):
            eenheid = self.eenheden.get(db_field.name, "cijfer")
            kwargs |= {"form_class": NotatieField, "eenheid": eenheid, "widget": _tekstinvoer()}
            return models.Field.formfield(db_field, **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


def _tekstinvoer():
    from django.contrib.admin.widgets import AdminTextInputWidget

    return AdminTextInputWidget()


class ScopedAdmin(Scoped, admin.ModelAdmin):
    """Base of every ModelAdmin. `groep` is where it stands in the navigation."""

    groep = ""
    plek = 50  # order inside the group
    in_menu = True
    view_on_site = False
    raw_id_fields: tuple[str, ...] = ()
    show_full_result_count = False
    list_per_page = 50
    save_on_top = False

    def __init__(self, model, admin_site) -> None:
        super().__init__(model, admin_site)
        if self.raw_id_fields:  # their widget looks up the label of any id
            raise ImproperlyConfigured("Use autocomplete_fields; raw ids show other gemeenten.")
        if not issubclass(self.form, ScopedForm):
            raise ImproperlyConfigured(f"{type(self).__name__}.form must derive from ScopedForm.")

    # -- lists -----------------------------------------------------------------------------------

    def get_list_filter(self, request):
        return [scoped_filter(self.model, item) for item in super().get_list_filter(request)]

    def get_list_display(self, request):
        kolommen = super().get_list_display(request)
        if rechten.werkt_in_meer_gemeenten(request.user):
            return kolommen
        return [k for k in kolommen if k != "gemeente"]

    def lookup_allowed(self, lookup, value, request=None) -> bool:
        """Only what a filter of the list offers: any other lookup is a way to guess at values."""
        if not super().lookup_allowed(lookup, value, request):
            return False
        namen = [self.date_hierarchy] if self.date_hierarchy else []
        for item in self.get_list_filter(request):
            naam = item[0] if isinstance(item, tuple | list) else item.parameter_name
            namen.append(naam)
        return any(lookup == naam or lookup.startswith(f"{naam}__") for naam in namen)

    def response_action(self, request, queryset):
        """An action works on rows in which the user holds the right that it needs."""
        actie = self.get_actions(request).get(request.POST.get("action", ""))
        for recht in getattr(actie[0], "allowed_permissions", ()) if actie else ():
            queryset = self.scope(request, queryset, recht)
        return super().response_action(request, queryset)

    # -- one object ------------------------------------------------------------------------------

    def get_object_or_404(self, request, object_id: str, actie: str = "view") -> Any:
        """The object for a page of our own: 403 without the right, 404 outside the gemeente."""
        if not self.mag(request, actie):
            raise PermissionDenied
        obj = self.get_object(request, object_id)
        if obj is None:
            raise Http404
        if not self.mag(request, actie, obj):
            raise PermissionDenied
        return obj

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        if not self.mag(request, "view"):
            raise PermissionDenied
        raise Http404("Dit bestaat niet, of niet in uw gemeente.")

    def get_readonly_fields(self, request, obj=None):
        """What says of whom a row is, never changes after it was made."""
        velden = list(super().get_readonly_fields(request, obj))
        eigenaar = self.pad_naar_gemeente.split("__")[0]
        if obj is not None and eigenaar in {f.name for f in self.opts.fields if f.is_relation}:
            velden.append(eigenaar)
        return velden

    def get_form(self, request, obj=None, change=False, **kwargs):
        _remember_gemeente(request, obj)
        klasse = super().get_form(request, obj, change, **kwargs)
        klasse.intussen = self._intussen(request, obj) if obj is not None and change else ({}, [])
        return klasse

    # -- two people at one form --------------------------------------------------------------------

    def _intussen(self, request, obj) -> tuple[dict[str, str], list[str]]:
        """(what the page showed, what another changed since). A post without a mark is not judged."""
        if request.method != "POST" or intussen.NAAM not in request.POST:
            return {}, []
        if not hasattr(request, "intussen_gezien"):
            toen = intussen.lees(request.POST[intussen.NAAM])
            request.intussen_gezien = toen, intussen.verschillen(toen, self._merk(request, obj))
        return request.intussen_gezien

    def _merk(self, request, obj) -> dict[str, str]:
        onder = [
            (str(rij.opts.verbose_name_plural), self._rijen_van(rij, request, obj))
            for rij in self.get_inline_instances(request, obj)
        ]
        rijen = self.model._default_manager.all()
        if request.method == "POST":  # who saves at the same moment waits here, and then sees it
            rijen = rijen.select_for_update(of=("self",))
        return intussen.merk(rijen.get(pk=obj.pk), onder)

    def _rijen_van(self, rij, request, obj) -> models.QuerySet:
        sleutel = _get_foreign_key(self.model, rij.model, fk_name=rij.fk_name)
        return rij.model._default_manager.filter(**{sleutel.name: obj.pk}).order_by()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and self.has_change_permission(request, obj):
            context["intussen_merk"] = intussen.schrijf(self._merk(request, obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_changeform_initial_data(self, request):
        begin = super().get_changeform_initial_data(request)
        gemeenten = list(self.gemeenten(request, "add")[:2])
        if len(gemeenten) == 1:
            begin.setdefault("gemeente", gemeenten[0].pk)
        return begin

    def save_model(self, request, obj, form, change) -> None:
        self._check_scope(request, obj, self.perm("change" if change else "add"))
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change) -> None:
        opts = formset.model._meta
        for deel in formset.forms:
            if deel.has_changed():
                actie = "change" if deel.instance.pk else "add"
                perm = f"{opts.app_label}.{actie}_{opts.model_name}"
                self._check_scope(request, deel.instance, perm, formset.instance)
        super().save_formset(request, form, formset, change)

    def _check_scope(self, request, obj, perm: str, eigenaar=None) -> None:
        """The last lock, behind the form: own gemeente, and nothing of another in it."""
        gemeente = rechten.gemeente_van(eigenaar if eigenaar is not None else obj)
        if gemeente is None and not request.user.is_superuser:
            raise PermissionDenied
        nummer = gemeente.pk if gemeente else None
        if not rechten.mag(request.user, perm, nummer) or vreemde_velden(obj, nummer):
            raise PermissionDenied


class ReadOnlyAdmin(ScopedAdmin):
    """Rows that the program writes; people look at them."""

    def get_fields(self, request, obj=None):
        if self.fields:
            return self.fields
        weg = self.exclude or ()
        return [f.name for f in self.opts.fields if f.name not in weg and not f.primary_key]

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class ScopedInline(Scoped):
    """Base of every inline. Rights are asked for the gemeente of the parent that is shown."""

    extra = 0
    show_change_link = False

    def get_formset(self, request, obj=None, **kwargs):
        _remember_gemeente(request, obj)
        return super().get_formset(request, obj, **kwargs)


class ScopedTabular(ScopedInline, admin.TabularInline):
    """Rows of a table, where the heading of a column is no label."""

    def get_formset(self, request, obj=None, **kwargs):
        return noem_velden(super().get_formset(request, obj, **kwargs))


class ScopedStacked(ScopedInline, admin.StackedInline):
    pass


def _remember_gemeente(request, obj: models.Model | None) -> None:
    """The gemeente of the object on the page, so that its choices come from there alone."""
    gemeente = rechten.gemeente_van(obj) if obj is not None and obj.pk else None
    if gemeente is not None:
        request.bewerkte_gemeente = gemeente.pk
