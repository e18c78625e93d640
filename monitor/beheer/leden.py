"""Who works for the gemeente: memberships, and the users of one's own gemeente.

A beheerder makes users and gives roles in the gemeenten of which he is beheerder. He cannot make a
superuser, cannot touch somebody who also works elsewhere, and cannot change his own roles.
"""

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from monitor import rechten
from monitor.beheer.basis import ScopedAdmin, ScopedTabular
from monitor.beheer.formulier import ScopedForm
from monitor.beheer.inloggen import eenmalige_link
from monitor.models import Lidmaatschap
from monitor.models.enums import Rol

GROEP = "Inrichting"


def valt_onder(baas, user) -> bool:
    """Whether all that this user does is in gemeenten of which `baas` manages the members."""
    if baas.is_superuser:
        return True
    if user.is_superuser or user.is_staff or user.pk == baas.pk:
        return False
    eigen = rechten.gemeenten_met(baas, "monitor.change_lidmaatschap")
    return not Lidmaatschap.objects.filter(user=user).exclude(gemeente__in=eigen).exists()


@admin.register(Lidmaatschap)
class LidmaatschapAdmin(ScopedAdmin):
    groep, plek = GROEP, 50
    list_display = ["user", "rol", "gemeente"]
    list_filter = ["gemeente", "rol"]
    list_select_related = ["user", "gemeente"]
    search_fields = ["user__username", "user__first_name", "user__last_name"]
    autocomplete_fields = ["user"]
    fields = ["user", "gemeente", "rol"]
    actions = None

    def limit_choices(self, request, db_field, queryset):
        if db_field.name == "user":
            return gebruikers_van(request.user, queryset)
        return super().limit_choices(request, db_field, queryset)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "rol":
            kwargs["choices"] = [("", "---------"), *te_geven_rollen(request.user)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(["user"] if obj else [])]

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not _is_zelf(request, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_zelf(request, obj)

    def save_model(self, request, obj, form, change) -> None:
        if _is_zelf(request, obj) or not rechten.mag_geven(request.user, obj.rol, obj.gemeente_id):
            raise PermissionDenied
        super().save_model(request, obj, form, change)


def _is_zelf(request, obj: Lidmaatschap | None) -> bool:
    return obj is not None and not request.user.is_superuser and obj.user_id == request.user.pk


def te_geven_rollen(user) -> list[tuple[str, str]]:
    """The roles that this user may hand out in his own gemeenten."""
    return [keuze for keuze in Rol.choices if rechten.mag_geven(user, keuze[0])]


def gebruikers_van(user, queryset):
    """Users who work in a gemeente whose members this user may see."""
    if user.is_superuser:
        return queryset
    eigen = rechten.gemeenten_met(user, "auth.view_user")
    return queryset.filter(pk__in=Lidmaatschap.objects.filter(gemeente__in=eigen).values("user_id"))


class GebruikerForm(ScopedForm):
    """A new user gets the first role at once: without one he belongs to nobody."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email"]


class LidmaatschapInline(ScopedTabular):
    """The roles of this user, in the gemeenten that the viewer manages."""

    model = Lidmaatschap
    fk_name = "user"
    fields = ["gemeente", "rol"]
    verbose_name = "rol"
    verbose_name_plural = "rollen"
    pad = "gemeente"

    def mag(self, request, actie, obj=None) -> bool:
        """The parent is a user, who has no gemeente: the choice of gemeente is the lock."""
        if obj is not None and obj.pk and actie != "view" and not valt_onder(request.user, obj):
            return False
        return rechten.mag(request.user, self.perm(actie))

    def get_min_num(self, request, obj=None, **kwargs) -> int:
        return 0 if obj else 1

    def get_formset(self, request, obj=None, **kwargs):
        if obj is None:
            kwargs |= {"validate_min": True, "min_num": 1}
        return super().get_formset(request, obj, **kwargs)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "rol":
            kwargs["choices"] = [("", "---------"), *te_geven_rollen(request.user)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Who manages one gemeente need not choose it."""
        veld = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "gemeente" and len(eigen := list(veld.queryset[:2])) == 1:
            veld.initial = eigen[0].pk
        return veld


@admin.register(User)
class GebruikerAdmin(ScopedAdmin):
    """Users; nobody is deleted here, because figures remember who entered them."""

    form = GebruikerForm
    groep, plek = GROEP, 60
    pad = "lidmaatschappen__gemeente"
    list_display = ["username", "first_name", "last_name", "email", "is_active", "rollen"]
    list_filter = ["is_active"]
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["username"]
    inlines = [LidmaatschapInline]
    readonly_fields = ["last_login"]
    actions = None
    change_form_template = "admin/auth/user/wijzigen.html"

    def get_queryset(self, request):
        rollen = Lidmaatschap.objects.filter(gemeente__in=self.gemeenten(request))
        eigen = Prefetch("lidmaatschappen", rollen.select_related("gemeente"), "eigen_rollen")
        return super().get_queryset(request).distinct().prefetch_related(eigen)

    @admin.display(description="rollen")
    def rollen(self, obj) -> str:
        return (
            ", ".join(f"{lid.get_rol_display()} ({lid.gemeente})" for lid in obj.eigen_rollen)
            or "geen"
        )

    def get_fields(self, request, obj=None):
        velden = ["username", "first_name", "last_name", "email"]
        if obj is not None:
            velden += ["is_active", "last_login"]
        if request.user.is_superuser:
            velden.append("is_superuser")
        return velden

    def mag(self, request, actie, obj=None) -> bool:
        if not rechten.mag(request.user, self.perm(actie)):
            return False
        if obj is None or actie == "add":
            return True
        if actie == "view":
            return gebruikers_van(request.user, User.objects.filter(pk=obj.pk)).exists()
        return valt_onder(request.user, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def _check_scope(self, request, obj, perm, eigenaar=None) -> None:
        """A user belongs to the gemeenten of his roles; those are checked one by one."""
        if isinstance(obj, Lidmaatschap):
            if not rechten.mag_geven(request.user, obj.rol, obj.gemeente_id) or _is_zelf(
                request, obj
            ):
                raise PermissionDenied
            return super()._check_scope(request, obj, perm, obj)
        if obj.pk and not valt_onder(request.user, obj):
            raise PermissionDenied
        return None

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    # -- the link that works once ----------------------------------------------------------------

    def get_urls(self):
        eigen = path(
            "<int:pk>/inloglink/",
            self.admin_site.admin_view(self.inloglink),
            name="auth_user_inloglink",
        )
        return [eigen, *super().get_urls()]

    def inloglink(self, request, pk: int):
        """Make a link with which the user chooses a (new) password; shown once, kept nowhere."""
        user = self.get_object_or_404(request, str(pk), "change")
        if user.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": f"Inloglink voor {user}",
            "opts": self.opts,
            "gebruiker": user,
            "link": eenmalige_link(request, user) if request.method == "POST" else "",
        }
        return TemplateResponse(request, "admin/auth/user/inloglink.html", context)

    def response_add(self, request, obj, post_url_continue=None):
        """After making a user: straight to the link that lets him in."""
        if {"_popup", "_addanother"} & request.POST.keys():
            return super().response_add(request, obj, post_url_continue)
        return HttpResponseRedirect(reverse("admin:auth_user_inloglink", args=[obj.pk]))
