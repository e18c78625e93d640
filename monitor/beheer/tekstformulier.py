"""Forms with texts in which figures are named: a name that is not there is told at once, at its field."""

from django.db import models

from monitor import rechten
from monitor.beheer.formulier import ScopedForm
from monitor.publiceren.teksten import onbekend


class TekstForm(ScopedForm):
    """Looks at every text field that was changed; what was wrong before does not stop other work."""

    def _post_clean(self) -> None:
        super()._post_clean()
        gemeente = rechten.gemeente_van(self.instance)
        if gemeente is None:
            return
        teksten = {
            naam: waarde
            for naam in self.changed_data
            if isinstance(waarde := self.cleaned_data.get(naam), str) and self._is_tekst(naam)
        }
        for naam, reden in onbekend(gemeente, teksten).items():
            self.add_error(naam, reden)

    def _is_tekst(self, naam: str) -> bool:
        velden = {v.name: v for v in self._meta.model._meta.concrete_fields}
        return isinstance(velden.get(naam), models.TextField | models.CharField)
