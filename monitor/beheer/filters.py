"""List filters that offer only what the user may see."""

from django.contrib.admin.filters import RelatedFieldListFilter
from django.contrib.admin.utils import get_fields_from_path
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from monitor import rechten


class ScopedRelatedFilter(RelatedFieldListFilter):
    """Offers rows of the gemeenten whose list this is; of what has no owner, those in use."""

    def field_choices(self, field, request, model_admin):
        doel = field.related_model
        try:
            pad = rechten.pad_van(doel)
        except LookupError:
            in_gebruik = model_admin.get_queryset(request).values(f"{self.field_path}__pk")
            grens = {"pk__in": in_gebruik.order_by()}
        else:
            grens = {f"{pad}__in": model_admin.gemeenten(request)}
        volgorde = self.field_admin_ordering(field, request, model_admin)
        return field.get_choices(include_blank=False, ordering=volgorde, limit_choices_to=grens)


def scoped_filter(model: type[models.Model], item):
    """Make a list filter safe. A value list of a related table would show all gemeenten."""
    if isinstance(item, type):
        return item
    naam, soort = item if isinstance(item, tuple | list) else (item, None)
    veld = get_fields_from_path(model, naam)[-1]
    if veld.is_relation:
        if soort is not None and not issubclass(soort, ScopedRelatedFilter):
            raise ImproperlyConfigured(f"{model.__name__}: filter {naam} is not scoped.")
        return naam, soort or ScopedRelatedFilter
    gesloten = veld.choices or isinstance(veld, models.BooleanField | models.DateField)
    if soort is None and not gesloten:
        raise ImproperlyConfigured(f"{model.__name__}: filter {naam} would list all values.")
    from django.contrib.admin.filters import FieldListFilter

    return naam, soort or FieldListFilter.create
