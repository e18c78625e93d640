/* The entry grid: keys as in a spreadsheet, a cell saved when it is left, a block pasted at once.
   Without this script the form saves everything with its button. */
"use strict";
(() => {
  const form = document.getElementById("rooster");
  if (!form) return;
  const KOLOMMEN = ["w", "s", "n"];
  const reden = form.elements.reden;
  const melding = document.getElementById("rooster-melding");
  const rijen = new Map();
  let gemist = ""; // what of a pasted block found no place; told with the outcome
  let terug = null; // the cell to go back to when the reason is filled in
  let wordtVerstuurd = false;
  let isOnderweg = false;
  const wachtrij = new Set();

  class Rij {
    constructor(tr, nummer) {
      this.tr = tr;
      this.nummer = nummer;
      this.sleutel = tr.id.slice(2);
      this.cellen = Object.fromEntries(KOLOMMEN.map((k) => [k, form.elements[`${k}-${this.sleutel}`]]));
      this.versie = form.elements[`v-${this.sleutel}`];
      this.tekst = tr.querySelector(".melding");
      this.raad = tr.querySelector(".raad"); // what is asked as long as the cell is open
      this.bewaard = this.nu();
    }
    nu() {
      return Object.fromEntries(KOLOMMEN.map((k) => [k, this.cellen[k].value]));
    }
    isVeranderd() {
      return KOLOMMEN.some((k) => this.cellen[k].value.trim() !== this.bewaard[k].trim());
    }
    vraagtReden() {
      const was = this.bewaard.w.trim();
      return /\d/.test(was) && !/^(nog )?niet /.test(was) && was !== this.cellen.w.value.trim();
    }
    herstel(kolom) {
      this.cellen[kolom].value = this.bewaard[kolom];
      if (!this.isVeranderd()) this.toon("", "");
    }
    toon(klasse, tekst) {
      this.tr.classList.remove("mis", "bewaard", "bezig");
      if (klasse) this.tr.classList.add(klasse);
      if (klasse === "mis") this.cellen.w.setAttribute("aria-invalid", "true");
      else this.cellen.w.removeAttribute("aria-invalid");
      this.tekst.textContent = tekst;
    }
  }

  const volgorde = [...form.querySelectorAll("tbody tr")].map((tr, i) => new Rij(tr, i));
  volgorde.forEach((rij) => rijen.set(rij.sleutel, rij));
  // What came back unsaved is typed text, not what is kept.
  volgorde.filter((r) => r.tr.classList.contains("mis")).forEach((r) => { r.bewaard = { w: "", s: r.cellen.s.value, n: "" }; });
  document.querySelectorAll(".alleen-script").forEach((el) => { el.hidden = false; });

  function plek(el) {
    const gevonden = /^([wsn])-(.+)$/.exec(el.name || "");
    return gevonden && rijen.has(gevonden[2]) ? { kolom: gevonden[1], rij: rijen.get(gevonden[2]) } : null;
  }

  // -- saving ----------------------------------------------------------------------------------

  /* One request at a time: what is left meanwhile goes along with the next. */
  async function bewaar(lijst) {
    const te = lijst.filter((rij) => rij.isVeranderd());
    const wacht = reden.value.trim() ? [] : te.filter((rij) => rij.vraagtReden());
    if (wacht.length) vraagReden(wacht);
    te.filter((rij) => !wacht.includes(rij)).forEach((rij) => wachtrij.add(rij));
    if (isOnderweg) return;
    isOnderweg = true;
    while (wachtrij.size) {
      const nu = [...wachtrij].filter((rij) => rij.isVeranderd());
      wachtrij.clear();
      if (nu.length) await stuur(nu);
    }
    isOnderweg = false;
  }

  async function stuur(lijst) {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("reden", reden.value);
    lijst.forEach((rij) => {
      rij.gestuurd = rij.nu();
      rij.toon("bezig", "Wordt bewaard…");
      KOLOMMEN.forEach((k) => data.set(`${k}-${rij.sleutel}`, rij.gestuurd[k]));
      data.set(`v-${rij.sleutel}`, rij.versie.value);
    });
    try {
      const antwoord = await fetch(form.dataset.cellen, { method: "POST", body: data, redirect: "error", headers: { Accept: "application/json" } });
      if (!antwoord.ok) throw new Error(String(antwoord.status));
      verwerk(lijst, await antwoord.json());
    } catch {
      lijst.forEach((rij) => rij.toon("mis", "Niet bewaard. Kijk of u verbinding hebt en ingelogd bent, en sla daarna alles op."));
      melding.textContent = "Niet bewaard.";
    }
  }

  function verwerk(lijst, antwoord) {
    if (antwoord.dicht) {
      lijst.forEach((rij) => rij.toon("mis", antwoord.dicht));
      melding.textContent = antwoord.dicht;
      return;
    }
    lijst.forEach((rij) => neemOver(rij, antwoord.cellen[rij.sleutel]));
    const { klaar, verwacht, open } = antwoord.telling;
    document.getElementById("rooster-klaar").textContent = klaar;
    document.getElementById("rooster-open").textContent = open;
    const balk = document.querySelector("#rooster-stand progress");
    balk.max = verwacht;
    balk.value = klaar;
    volgorde.forEach((rij) => toonTwijfels(rij, antwoord.twijfels[rij.sleutel] || []));
    const mis = lijst.filter((rij) => rij.tr.classList.contains("mis"));
    const eerste = mis.length ? mis[0].tekst.textContent : "";
    const gedaan = lijst.length === 1 || mis.length ? eerste || "Bewaard." : `${lijst.length} cijfers bewaard.`;
    melding.textContent = [gedaan, gemist].filter(Boolean).join(" ");
    gemist = "";
  }

  function neemOver(rij, cel) {
    if (!cel) return;
    if (cel.uitkomst === "opgeslagen" || cel.uitkomst === "ongewijzigd") {
      const oud = rij.gestuurd;
      rij.bewaard = { w: cel.waarde, s: cel.status, n: cel.voetnoot };
      // Do not write over what was typed while the answer was on its way.
      KOLOMMEN.forEach((k) => { if (rij.cellen[k].value === oud[k]) rij.cellen[k].value = rij.bewaard[k]; });
      rij.tr.classList.toggle("open", cel.open);
      if (rij.raad) rij.raad.hidden = !cel.open;
      const anders = cel.lezers && cel.lezers !== cel.waarde ? ` Lezers zien ${cel.lezers}.` : "";
      rij.toon("bewaard", cel.uitkomst === "opgeslagen" ? `Bewaard.${anders}` : "");
    } else {
      rij.toon("mis", cel.melding);
    }
    if (cel.versie !== undefined) rij.versie.value = cel.versie;
    if (cel.uitkomst === "botsing") rij.bewaard = { w: cel.waarde, s: cel.status, n: cel.voetnoot };
  }

  function toonTwijfels(rij, teksten) {
    const lijst = rij.tr.querySelector(".twijfels");
    lijst.replaceChildren(...teksten.map((tekst) => Object.assign(document.createElement("li"), { textContent: tekst })));
  }

  function vraagReden(lijst) {
    lijst.forEach((rij) => rij.toon("mis", "Er stond al een cijfer. Vul bij ‘Reden’ in waarom het verandert."));
    reden.setAttribute("aria-invalid", "true");
    melding.textContent = "Vul eerst de reden in.";
    terug = terug || document.activeElement;
    reden.focus();
  }

  // -- moving ----------------------------------------------------------------------------------

  function naar(rij, kolom) {
    const cel = rij && rij.cellen[kolom];
    if (!cel) return false;
    cel.focus();
    if (cel.select) cel.select();
    return true;
  }

  const heeftAlles = (el) => el.selectionStart === 0 && el.selectionEnd === el.value.length;

  function toets(event) {
    const hier = plek(event.target);
    if (!hier || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { rij, kolom } = hier;
    const isKeuze = event.target.tagName === "SELECT";
    const stap = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (stap && !(isKeuze && event.key !== "Enter")) {
      event.preventDefault();
      if (!naar(volgorde[rij.nummer + stap], kolom)) bewaar([rij]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      rij.herstel(kolom);
      if (event.target.select) event.target.select();
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const links = event.key === "ArrowLeft";
      const rand = isKeuze || heeftAlles(event.target) || (event.target.selectionStart === event.target.selectionEnd && event.target.selectionStart === (links ? 0 : event.target.value.length));
      const doel = KOLOMMEN[KOLOMMEN.indexOf(kolom) + (links ? -1 : 1)];
      if (rand && doel && !event.shiftKey && naar(rij, doel)) event.preventDefault();
    }
  }

  // -- pasting ---------------------------------------------------------------------------------

  function plak(event) {
    const hier = plek(event.target);
    const tekst = (event.clipboardData && event.clipboardData.getData("text/plain")) || "";
    const regels = tekst.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
    if (!hier || (regels.length === 1 && !regels[0].includes("\t"))) return;
    event.preventDefault();
    const begin = KOLOMMEN.indexOf(hier.kolom);
    const geraakt = [];
    let over = 0;
    let breed = false;
    regels.forEach((regel, i) => {
      const rij = volgorde[hier.rij.nummer + i];
      if (!rij) { over += 1; return; }
      const delen = regel.split("\t").map((waarde) => waarde.trim());
      breed = breed || delen.slice(KOLOMMEN.length - begin).some(Boolean);
      const vreemd = delen.filter((waarde, j) => !vulIn(rij, KOLOMMEN[begin + j], waarde));
      if (vreemd.length) rij.toon("mis", `Niet bewaard: de status ‘${vreemd[0]}’ is niet bekend. Kies er een.`);
      else geraakt.push(rij);
    });
    gemist = [over && `${over === 1 ? "1 regel paste" : `${over} regels pasten`} er niet meer onder.`, breed && "Wat rechts van de voetnoot viel, is niet overgenomen."].filter(Boolean).join(" ");
    melding.textContent = gemist;
    bewaar(geraakt);
  }

  /* Whether the cell takes it: of a list only what it holds. */
  function vulIn(rij, kolom, waarde) {
    if (!kolom || !waarde) return true; // an empty cell leaves what is there
    const cel = rij.cellen[kolom];
    if (cel.tagName !== "SELECT") { cel.value = waarde; return true; }
    const keus = [...cel.options].find((o) => [o.value, o.text.toLowerCase()].includes(waarde.toLowerCase()));
    if (keus) cel.value = keus.value;
    return Boolean(keus);
  }

  // -- listening -------------------------------------------------------------------------------

  form.addEventListener("keydown", toets);
  form.addEventListener("paste", plak);
  form.addEventListener("focusin", (event) => {
    if (plek(event.target) && event.target.select) event.target.select();
  });
  form.addEventListener("focusout", (event) => {
    const hier = plek(event.target);
    if (!hier || wordtVerstuurd) return;
    // The next cell gets the focus first, so that a question for the reason can go back to it.
    setTimeout(() => bewaar([hier.rij]), 0);
  });
  reden.addEventListener("input", () => reden.removeAttribute("aria-invalid"));
  reden.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    bewaar(volgorde);
    if (reden.value.trim()) {
      const doel = terug;
      terug = null;
      if (doel && doel.focus) doel.focus();
    }
  });
  reden.addEventListener("change", () => bewaar(volgorde));
  form.addEventListener("submit", () => {
    wordtVerstuurd = true;
    volgorde.filter((rij) => !rij.isVeranderd()).forEach((rij) => {
      [...Object.values(rij.cellen), rij.versie].forEach((el) => { el.disabled = true; });
    });
  });
  window.addEventListener("pageshow", () => {
    wordtVerstuurd = false;
    form.querySelectorAll(":disabled").forEach((el) => { el.disabled = false; });
  });
  window.addEventListener("beforeunload", (event) => {
    if (!wordtVerstuurd && (isOnderweg || volgorde.some((rij) => rij.isVeranderd()))) event.preventDefault();
  });
})();
