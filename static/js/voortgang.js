// How far background work is: asks every second, and goes on when it is done.
"use strict";
(function () {
  var vak = document.querySelector("[data-voortgang]");
  if (!vak) return;
  var kop = vak.querySelector("[data-stand]"), balk = vak.querySelector("[data-balk]");
  function toon(stand) {
    if (stand.klaar) { window.location.reload(); return true; }
    var tekst = stand.stand === "wacht" ? "Het begint zo" : "Bezig" + (stand.fase ? ": " + stand.fase.toLowerCase() : "");
    if (kop.textContent !== tekst) kop.textContent = tekst;
    if (balk) balk.value = stand.voortgang;
    var geweest = true;
    vak.querySelectorAll("[data-stap]").forEach(function (li) {
      var hier = li.dataset.stap === stand.fase;
      if (hier || !stand.fase) geweest = false;
      li.className = hier ? "hier" : geweest ? "geweest" : "";
      if (hier) li.setAttribute("aria-current", "step"); else li.removeAttribute("aria-current");
    });
    return false;
  }
  function vraag() {
    fetch(vak.dataset.voortgang, { credentials: "same-origin" })
      .then(function (antwoord) { return antwoord.ok ? antwoord.json() : Promise.reject(antwoord.status); })
      .then(function (stand) { if (!toon(stand)) window.setTimeout(vraag, 700); })
      .catch(function () { window.setTimeout(vraag, 5000); });
  }
  window.setTimeout(vraag, 300);
})();
