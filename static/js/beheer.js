// A search list of the admin gets the name of its label, which the library leaves out.
"use strict";
(function () {
  function naamVan(keuze, vak) {
    var label = document.querySelector('label[for="' + keuze.id + '"]');
    var waarde = vak.querySelector(".select2-selection__rendered");
    if (label) {
      label.id = label.id || keuze.id + "_label";
      if (waarde) waarde.setAttribute("aria-labelledby", label.id);
      vak.setAttribute("aria-labelledby", label.id + (waarde ? " " + waarde.id : ""));
      return;
    }
    // In a table of rows the column is the label; the choice itself carries its name.
    var naam = keuze.getAttribute("aria-label");
    if (!naam) return;
    var tekst = waarde ? waarde.textContent.trim() : "";
    vak.removeAttribute("aria-labelledby");
    vak.setAttribute("aria-label", tekst ? naam + ": " + tekst : naam);
    if (waarde) {
      waarde.removeAttribute("aria-labelledby");
      waarde.setAttribute("aria-label", naam);
    }
  }
  function benoem() {
    document.querySelectorAll("select.admin-autocomplete").forEach(function (keuze) {
      var vak = keuze.parentElement.querySelector(".select2-selection");
      if (vak) naamVan(keuze, vak);
    });
  }
  // The library makes its lists when it is ready for it, also in rows that are added later.
  new MutationObserver(benoem).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("load", benoem);
})();
