// The update page with a script: dates read back while typing, a line saved without leaving the page.
// Without this script every button sends the whole form and works the same.
(function () {
  "use strict";
  const formulier = document.getElementById("bijwerken");
  if (!formulier) return;
  const melding = document.getElementById("bijwerken-melding");
  let vuil = false;

  function zeg(tekst, mis) {
    if (!melding) return;
    melding.textContent = tekst;
    melding.classList.toggle("mis", Boolean(mis));
  }

  // -- dates -----------------------------------------------------------------------------------
  const wachten = new WeakMap();
  async function lees(veld) {
    const uit = veld.closest(".datumveld").querySelector(".gelezen");
    const tekst = veld.value.trim();
    if (!tekst) { uit.textContent = ""; return; }
    try {
      const antwoord = await fetch(`${formulier.dataset.datum}?tekst=${encodeURIComponent(tekst)}`);
      const data = await antwoord.json();
      if (veld.value.trim() !== tekst) return;
      uit.textContent = data.melding || (data.gelezen && `Gelezen als ${data.gelezen}.`);
      uit.classList.toggle("mis", Boolean(data.melding));
    } catch { uit.textContent = ""; }
  }
  formulier.addEventListener("input", (e) => {
    vuil = true;
    const veld = e.target;
    if (!veld.closest(".datumveld")) return;
    clearTimeout(wachten.get(veld));
    wachten.set(veld, setTimeout(() => lees(veld), 300));
  });

  // -- one line --------------------------------------------------------------------------------
  function volgende(lijn) {
    const alle = [...formulier.querySelectorAll(".lijn.vraagt:not(.bewaard)")];
    return alle.find((x) => lijn.compareDocumentPosition(x) & Node.DOCUMENT_POSITION_FOLLOWING) || alle[0];
  }
  function isGevuld(lijn) {
    const velden = lijn.querySelectorAll("select, input[type=text], textarea");
    return [...velden].some((veld) => veld.value.trim());
  }
  async function bewaar(knop) {
    const lijn = knop.closest(".lijn");
    const data = new FormData();  // of this line alone, and only this line comes back
    for (const [naam, waarde] of new FormData(formulier)) {
      if (naam === "csrfmiddlewaretoken" || naam.startsWith(`${knop.value}-`)) data.append(naam, waarde);
    }
    data.set("bewaar", knop.value);
    data.set("los", "1");
    knop.disabled = true;
    try {
      const antwoord = await fetch(location.href, { method: "POST", body: data });
      const pagina = new DOMParser().parseFromString(await antwoord.text(), "text/html");
      const nieuw = pagina.getElementById(lijn.id);
      if (!antwoord.ok || !nieuw) throw new Error(antwoord.status);
      vervang(lijn, document.importNode(nieuw, true));
    } catch {
      knop.disabled = false;
      zeg("Opslaan lukte niet. Uw tekst staat er nog. Kijk of u verbinding hebt en probeer het opnieuw.", true);
    }
  }
  function vervang(oud, nieuw) {
    const titel = nieuw.querySelector(".lijn-titel").textContent;
    oud.replaceWith(nieuw);
    if (nieuw.querySelector(".errorlist")) {
      nieuw.querySelector("details").open = true;
      zeg(`Nog niet bewaard: ${titel}. Bij het veld staat wat u kunt doen.`, true);
      const veld = nieuw.querySelector("[aria-invalid=true], .lijn-bevestig input");
      (veld || nieuw.querySelector("summary")).focus();
      return;
    }
    nieuw.classList.add("bewaard");
    vuil = [...formulier.querySelectorAll(".lijn")].some(isGevuld);
    zeg(`Bewaard: ${titel}.`);
    const hierna = volgende(nieuw);
    if (!hierna) { nieuw.querySelector("summary").focus(); return; }
    hierna.querySelector("details").open = true;
    hierna.querySelector("summary").focus();
  }

  formulier.addEventListener("submit", (e) => {
    const knop = e.submitter;
    if (knop && knop.closest(".lijn")) { e.preventDefault(); bewaar(knop); } else { vuil = false; }
  });
  // Enter in a field of one line, or Ctrl+Enter in any field: save this line.
  formulier.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || !(e.ctrlKey || e.target.matches("input[type=text]"))) return;
    const lijn = e.target.closest(".lijn");
    const knop = lijn && lijn.querySelector("button[name=bewaar]");
    e.preventDefault();
    if (knop && e.ctrlKey) bewaar(knop);
  });
  window.addEventListener("beforeunload", (e) => { if (vuil) e.preventDefault(); });
})();
