// How far a delivery in the background is. Without this script the page refreshes itself.
(function () {
  "use strict";
  const vak = document.getElementById("voortgang");
  if (!vak || !("bezig" in vak.dataset)) return;
  const deel = (naam) => vak.querySelector(naam);
  const status = deel("[role=status]");
  let mis = 0;
  let gezegd = "";

  function toon(v) {
    deel(".voortgang-tekst").textContent = v.tekst;
    deel(".voortgang-rijen").textContent = [v.rijen, v.rest].filter(Boolean).join(", ");
    deel(".voortgang-lijn").hidden = v.procent === null;
    if (v.procent !== null) deel("progress").value = v.procent;
    if (v.tekst !== gezegd) status.textContent = gezegd = v.tekst;
  }
  async function kijk() {
    try {
      const antwoord = await fetch(vak.dataset.adres, { headers: { Accept: "application/json" } });
      if (!antwoord.ok) throw new Error(antwoord.status);
      const v = await antwoord.json();
      mis = 0;
      if (!v.is_bezig) { location.reload(); return; }
      toon(v);
    } catch {
      mis += 1;
      if (mis === 3) deel(".voortgang-tekst").textContent = "Er is nu geen verbinding. Er gaat niets verloren; deze pagina blijft proberen.";
    }
    setTimeout(kijk, mis ? 5000 : 1500);
  }
  setTimeout(kijk, 1500);
})();
