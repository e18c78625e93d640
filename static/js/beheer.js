// A search list of the admin gets the name of its label, which the library leaves out.
"use strict";
(function () {
  function benoem() {
    document.querySelectorAll("select.admin-autocomplete").forEach(function (keuze) {
      var label = document.querySelector('label[for="' + keuze.id + '"]');
      var vak = keuze.parentElement.querySelector(".select2-selection");
      if (!label || !vak) return;
      label.id = label.id || keuze.id + "_label";
      var waarde = vak.querySelector(".select2-selection__rendered");
      if (waarde) waarde.setAttribute("aria-labelledby", label.id);
      vak.setAttribute("aria-labelledby", label.id + (waarde ? " " + waarde.id : ""));
    });
  }
  window.addEventListener("load", benoem);
  document.addEventListener("formset:added", function () { window.setTimeout(benoem, 0); });
})();
