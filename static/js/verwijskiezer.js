// The list of figures beside the text fields: filters, and puts a reference at the cursor.
// Without this script the list is there too, as codes to copy.
"use strict";
(() => {
  const kiezer = document.querySelector("[data-verwijskiezer]");
  if (!kiezer) return;
  const form = kiezer.closest("form");
  const melding = kiezer.querySelector("[data-melding]");
  const velden = "textarea, input[type=text]";
  let laatste = null;

  form.addEventListener("focusin", (e) => {
    if (e.target.matches(velden) && !kiezer.contains(e.target)) laatste = e.target;
  });

  const zetIn = (veld, tekst) => {
    const van = veld.selectionStart ?? veld.value.length;
    const tot = veld.selectionEnd ?? van;
    veld.focus();
    veld.setRangeText(tekst, van, tot, "end");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
  };

  kiezer.querySelectorAll("button[data-verwijzing]").forEach((knop) => {
    knop.hidden = false;
    knop.addEventListener("click", () => {
      const veld = laatste || form.querySelector("textarea");
      if (!veld) return;
      zetIn(veld, knop.dataset.verwijzing);
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
