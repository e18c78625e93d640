"""The people of the demo: one for each role in each gemeente, and one who may do everything.

Their password is known to everybody: they exist only where no real gemeente is.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from monitor.models import Gemeente, Lidmaatschap
from monitor.models.enums import Rol
from programma.models import Functiehouder

WACHTWOORD = "raadsmonitor-demo"
BEHEER = "beheer"


def naam_van(rol: str, slug: str) -> str:
    """ "invoerder-steenwijkerland"."""
    return f"{rol}-{slug}"


def maak_gebruikers(gemeenten: list[Gemeente]) -> int:
    """Make who is not there yet; the number made. Hashing is slow on purpose, so it is done once."""
    User = get_user_model()
    bekend = set(User.objects.values_list("username", flat=True))
    nodig = [(naam_van(rol, g.slug), g, rol) for g in gemeenten for rol in Rol.values]
    nieuw = [paar for paar in nodig if paar[0] not in bekend]
    if BEHEER in bekend and not nieuw:
        return 0
    geheim = make_password(WACHTWOORD)
    if BEHEER not in bekend:
        User.objects.create(username=BEHEER, password=geheim, is_staff=True, is_superuser=True)
    for naam, gemeente, rol in nieuw:
        user = User.objects.create(username=naam, password=geheim, is_staff=rol != Rol.RAADSLID)
        Lidmaatschap.objects.create(user=user, gemeente=gemeente, rol=rol)
    return len(nieuw) + (BEHEER not in bekend)


def geef_functies(gemeente: Gemeente) -> None:
    """In each programme of the demo the manager leads it, and the trekker its first part."""
    users = {u.username: u for u in get_user_model().objects.all()}
    for programma in gemeente.programmas.all():
        eerste = programma.onderdelen.exclude(eigenaar="").values_list("eigenaar", flat=True)
        wie = [(Rol.PROGRAMMAMANAGER, programma.programmamanager), (Rol.TREKKER, eerste.first())]
        for rol, functie in wie:
            user = users.get(naam_van(rol, gemeente.slug))
            if functie and user is not None:
                Functiehouder.objects.get_or_create(
                    programma=programma, functie=functie, gebruiker=user
                )


def logins() -> list[str]:
    """What to tell who tries the demo."""
    bekend = set(get_user_model().objects.values_list("username", flat=True))
    alle = Gemeente.objects.order_by("pk").values_list("slug", flat=True)
    slugs = [slug for slug in alle if naam_van(Rol.INVOERDER, slug) in bekend]
    regels = [f"Inloggen in de demo, overal met wachtwoord {WACHTWOORD}:", f"  {BEHEER} (alles)"]
    rollen = ", ".join(Rol.values)
    regels += [f"  ROL-{slug}" for slug in slugs]
    return [*regels, f"  waarin ROL is: {rollen}"]
