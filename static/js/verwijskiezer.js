// The list of figures beside the text fields: filters, and puts a reference at the cursor.
// Without this script the list is there too, as codes to copy.
"use strict";
(() => {
  const kiezer = document.querySelector("[data-verwijskiezer]");
  if (!kiezer) return;
  const form = kiezer.closest("form");
  const melding = kiezer.querySelector("[data-melding]");
  const namen = kiezer.dataset.velden ? kiezer.dataset.velden.split(" ") : null;
  let laatste = null;

  // A field that readers will see: a code or an address takes no reference.
  const isTekst = (veld) =>
    veld.matches("textarea, input[type=text]") &&
    !kiezer.contains(veld) &&
    (!namen || namen.includes(veld.name.split("-").pop()));

  form.addEventListener("focusin", (e) => {
    if (isTekst(e.target)) laatste = e.target;
  });

  const zetIn = (veld, tekst) => {
    const van = veld.selectionStart ?? veld.value.length;
    const tot = veld.selectionEnd ?? van;
    veld.focus();
    const achterLijst = veld.getBoundingClientRect().bottom > kiezer.getBoundingClientRect().top;
    if (achterLijst) veld.scrollIntoView({ block: "start" });
    veld.setRangeText(tekst, van, tot, "end");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
  };

  kiezer.querySelectorAll("button[data-verwijzing]").forEach((knop) => {
    knop.hidden = false;
    knop.addEventListener("click", () => {
      if (!laatste) {
        melding.textContent = "Zet eerst de cursor in een tekstveld.";
        return;
      }
      zetIn(laatste, knop.dataset.verwijzing);
      melding.textContent = `${knop.dataset.verwijzing} staat in de tekst.`;
    });
  });

  const zoek = kiezer.querySelector("input[type=search]");
  zoek.closest("p").hidden = false;
  zoek.addEventListener("keydown", (e) => {
    if (e.key === "Enter") e.preventDefault(); // would send the form
  });
  zoek.addEventListener("input", () => {
    const woorden = zoek.value.toLowerCase().split(/\s+/).filter(Boolean);
    let over = 0;
    kiezer.querySelectorAll("li").forEach((rij) => {
      rij.hidden = !woorden.every((w) => rij.dataset.zoek.includes(w));
      over += rij.hidden ? 0 : 1;
    });
    melding.textContent = `${over} gevonden`;
  });
})();
