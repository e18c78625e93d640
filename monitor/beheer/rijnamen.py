"""In a table of rows the heading of a column is no label: each field carries its own name, also for a screen reader."""

from typing import Any


class NaamBijVerwijderen:
    """The box that removes a row is made with each form."""

    def add_fields(self, form: Any, index: Any) -> None:
        super().add_fields(form, index)  # type: ignore[misc]
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "Verwijderen"


def noem_velden(formset: type) -> type:
    """The formset with an aria-label on every field that is shown."""
    for veld in formset.form.base_fields.values():  # type: ignore[attr-defined]
        widget = getattr(veld.widget, "widget", veld.widget)  # inside the links to a relation
        if veld.label and not widget.is_hidden:
            widget.attrs.setdefault("aria-label", str(veld.label).capitalize())
    return type(formset.__name__, (NaamBijVerwijderen, formset), {})
