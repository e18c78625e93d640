"""The scoped base of the admin: by construction, and tried from the outside."""

import pytest
from django.contrib import admin
from django.core.exceptions import ImproperlyConfigured

from monitor import rechten
from monitor.beheer.basis import Scoped, ScopedAdmin, ScopedInline
from monitor.beheer.formulier import ScopedForm
from monitor.models import Domein, Indicator, Lidmaatschap
from monitor.models.enums import Rol
from tests.make import make_domein, make_gemeente, make_indicator, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def twee():
    """Two gemeenten with a domain and an indicator each."""
    a, b = make_gemeente("aadorp"), make_gemeente("beestad")
    make_indicator(a, "clienten-a", naam="Cliënten Aadorp")
    make_indicator(b, "clienten-b", naam="Cliënten Beestad")
    return a, b


def lijst(client, adres: str) -> list[str]:
    return [str(rij) for rij in client.get(adres).context["cl"].result_list]


def test_every_registered_admin_and_inline_is_scoped():
    for model, model_admin in admin.site._registry.items():
        assert isinstance(model_admin, ScopedAdmin), model
        assert issubclass(model_admin.form, ScopedForm), model
        for inline in model_admin.inlines:
            assert issubclass(inline, ScopedInline), inline
            assert issubclass(inline.form, ScopedForm), inline


def test_no_scoped_class_replaces_the_queryset_without_starting_from_the_base():
    """A `get_queryset` or `limit_choices` of one's own must call that of the base."""

    def kinderen(klasse):
        for kind in klasse.__subclasses__():
            yield kind
            yield from kinderen(kind)

    import inspect

    for klasse in kinderen(Scoped):
        for naam in ("get_queryset", "limit_choices"):
            if naam in vars(klasse):
                bron = inspect.getsource(vars(klasse)[naam])
                assert f"super().{naam}(" in bron, f"{klasse.__name__}.{naam}"


def test_an_admin_that_is_not_scoped_does_not_come_in():
    site = type(admin.site._wrapped if hasattr(admin.site, "_wrapped") else admin.site)()
    with pytest.raises(ImproperlyConfigured):
        site.register(Indicator, admin.ModelAdmin)


def test_a_right_that_no_role_has_gives_no_gemeente(twee):
    user = make_user(twee[0], Rol.BEHEERDER)
    assert list(rechten.gemeenten_met(user, "monitor.bestaat_niet")) == []
    user.is_active = False
    assert list(rechten.gemeenten_met(user, "monitor.view_indicator")) == []


def test_list_shows_own_rows_only(client, twee):
    client.force_login(make_user(twee[0], Rol.REDACTEUR))
    assert lijst(client, "/admin/monitor/indicator/") == ["Cliënten Aadorp"]


def test_right_counts_in_that_gemeente_alone(client, twee):
    a, b = twee
    user = make_user(a, Rol.REDACTEUR)
    Lidmaatschap.objects.create(user=user, gemeente=b, rol=Rol.INVOERDER)
    client.force_login(user)
    van_b = Indicator.objects.get(gemeente=b)
    assert client.get(f"/admin/monitor/indicator/{van_b.pk}/change/").status_code == 200
    assert client.post(f"/admin/monitor/indicator/{van_b.pk}/change/", {}).status_code == 403
    assert client.get(f"/admin/monitor/indicator/{van_b.pk}/delete/").status_code == 403


@pytest.mark.parametrize("pagina", ["change", "delete", "history"])
def test_object_of_another_gemeente_is_not_there(client, twee, pagina):
    client.force_login(make_user(twee[0], Rol.REDACTEUR))
    van_b = Indicator.objects.get(gemeente=twee[1])
    assert client.get(f"/admin/monitor/indicator/{van_b.pk}/{pagina}/").status_code == 404


def test_history_form_writes_nothing(client, twee):
    client.force_login(make_user(twee[0], Rol.INVOERDER))
    eigen = Indicator.objects.get(gemeente=twee[0])
    versie = eigen.history.first().history_id
    adres = f"/admin/monitor/indicator/{eigen.pk}/history/{versie}/"
    client.post(adres, {"naam": "Stiekem"}, follow=True)
    assert Indicator.objects.get(pk=eigen.pk).naam == "Cliënten Aadorp"


def formulier(gemeente, domein, **velden):
    leeg = {"definitieversies-TOTAL_FORMS": "0", "definitieversies-INITIAL_FORMS": "0"}
    gewoon = {
        "gemeente": gemeente.pk,
        "naam": "Nieuw",
        "code": "nieuw",
        "domein": domein.pk,
        "eenheid": "aantal",
        "decimalen": "0",
        "stroom_of_stand": "stand",
        "richting": "neutraal",
        "frequentie": "maand",
        "telt": "personen",
        "volgorde": "0",
        "is_actief": "on",
    }
    return leeg | gewoon | velden


def test_add_in_own_gemeente(client, twee):
    a, _ = twee
    client.force_login(make_user(a, Rol.REDACTEUR))
    antwoord = client.post("/admin/monitor/indicator/add/", formulier(a, make_domein(a)))
    assert antwoord.status_code == 302
    assert Indicator.objects.filter(gemeente=a, code="nieuw").exists()


def test_add_in_another_gemeente_is_refused(client, twee):
    a, b = twee
    client.force_login(make_user(a, Rol.REDACTEUR))
    antwoord = client.post("/admin/monitor/indicator/add/", formulier(b, make_domein(b)))
    assert set(antwoord.context["adminform"].form.errors) == {"gemeente", "domein"}
    assert not Indicator.objects.filter(code="nieuw").exists()


def test_no_mixing_of_two_own_gemeenten(client, twee):
    a, b = twee
    user = make_user(a, Rol.REDACTEUR)
    Lidmaatschap.objects.create(user=user, gemeente=b, rol=Rol.REDACTEUR)
    client.force_login(user)
    antwoord = client.post("/admin/monitor/indicator/add/", formulier(a, make_domein(b)))
    assert "domein" in antwoord.context["adminform"].form.errors


def test_gemeente_of_an_object_never_changes(client, twee):
    a, b = twee
    user = make_user(is_superuser=True)
    client.force_login(user)
    indicator = Indicator.objects.get(gemeente=a)
    client.post(
        f"/admin/monitor/indicator/{indicator.pk}/change/",
        formulier(b, make_domein(a), code="clienten-a"),
    )
    indicator.refresh_from_db()
    assert (indicator.gemeente, indicator.naam) == (a, "Nieuw")


def test_filter_offers_own_rows_only(client, twee):
    a, _ = twee
    for gemeente in twee:
        Domein.objects.create(gemeente=gemeente, code="wmo", naam=f"Wmo {gemeente}")
    client.force_login(make_user(a, Rol.REDACTEUR))
    tekst = client.get("/admin/monitor/indicator/").content.decode()
    assert "Wmo Aadorp" in tekst
    assert "Beestad" not in tekst


@pytest.mark.parametrize(
    "vraag", ["reeksen__waarnemingen__waarde__lt=10", "definitie__startswith=x", "gemeente__naam=x"]
)
def test_other_lookups_are_refused(client, twee, vraag):
    client.force_login(make_user(twee[0], Rol.REDACTEUR))
    assert client.get(f"/admin/monitor/indicator/?{vraag}").status_code == 400


def test_autocomplete_offers_own_rows_only(client, twee):
    client.force_login(make_user(twee[0], Rol.REDACTEUR))
    antwoord = client.get(
        "/admin/autocomplete/",
        {"app_label": "monitor", "model_name": "reeks", "field_name": "indicator", "term": "cli"},
    )
    assert [r["text"] for r in antwoord.json()["results"]] == ["Cliënten Aadorp"]


def test_action_leaves_rows_of_others_alone(client, twee):
    a, _ = twee
    client.force_login(make_user(a, Rol.REDACTEUR))
    nummers = list(Indicator.objects.values_list("pk", flat=True))
    client.post(
        "/admin/monitor/indicator/",
        {"action": "delete_selected", "_selected_action": nummers, "post": "yes"},
    )
    assert list(Indicator.objects.values_list("gemeente__slug", flat=True)) == ["beestad"]
