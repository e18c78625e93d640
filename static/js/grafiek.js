// A figure is complete without this file: a drawing, a sentence, a table. This makes it answer:
// the leesliniaal reads the table aloud, and on the first reach (pointer, touch, focus) Chart.js draws
// the data in the place of the drawing's marks, from the same figures and on the same axes.

const STATUS = new Set(["voorlopig", "geschat"]);
const GEHOORD = { "": "geen cijfer", "–": "geen cijfer", "·": "niet getoond", "x": "niet getoond" }; // a sign alone is not heard

async function haalData(adres) {
  const antwoord = await fetch(adres, { headers: { Accept: "application/json" } });
  if (!antwoord.ok) throw new Error(String(antwoord.status));
  return antwoord.json();
}

class Figuur {
  constructor(figuur) {
    this.figuur = figuur;
    this.vlak = figuur.querySelector(".rm-grafiek__vlak");
    this.schuif = figuur.querySelector(".rm-liniaal__schuif");
    this.uitlezing = figuur.querySelector(".rm-liniaal__tekst");
    this.tabel = figuur.querySelector(".rm-tabelvak table");
    if (this.schuif) this.luister();
  }

  get tekening() {
    return [...this.vlak.querySelectorAll("svg")].find((svg) => svg.clientWidth || svg.getBoundingClientRect().width);
  }

  luister() {
    const wek = () => this.wek();
    this.schuif.addEventListener("input", () => { this.lees(); wek(); });
    this.schuif.addEventListener("focus", wek);
    this.vlak.classList.add("is-aanwijsbaar");
    for (const soort of ["pointerdown", "pointermove"]) {
      this.vlak.addEventListener(soort, (gebeurtenis) => { this.wijs(gebeurtenis); wek(); });
    }
    this.lees();
  }

  // The table is the source of what is read, so the two cannot differ.
  lees() {
    const nummer = Number(this.schuif.value);
    const rij = this.tabel.tBodies[0].rows[nummer];
    const koppen = [...this.tabel.tHead.rows[0].cells].slice(1).map((kop) => kop.textContent.trim());
    const delen = [...rij.cells].slice(1).map((cel, i) => {
      const tekst = cel.firstChild.textContent.trim();
      const cijfer = GEHOORD[tekst] ?? tekst;
      const status = STATUS.has(cel.dataset.status) ? ` (${cel.dataset.status})` : "";
      return `${koppen[i]} ${cijfer}${status}`.trim();
    });
    const tekst = `${rij.cells[0].textContent.trim()}: ${delen.join(" · ")}`;
    this.schuif.setAttribute("aria-valuetext", tekst);
    if (this.uitlezing.textContent !== tekst) this.uitlezing.textContent = tekst;
    if (this.chart) {
      this.chart.$lees = nummer;
      this.chart.draw();
    }
  }

  // Pointing at the drawing moves the same control.
  wijs(gebeurtenis) {
    const meet = this.meet();
    const hoogste = Number(this.schuif.max);
    if (!meet) return;
    const deel = (gebeurtenis.clientX - meet.links - meet.x0) / (meet.x1 - meet.x0);
    const nummer = meet.staand ? Math.floor(deel * (hoogste + 1)) : Math.round(deel * hoogste);
    const nieuw = String(Math.min(Math.max(nummer, 0), hoogste));
    if (nieuw === this.schuif.value && this.gelezen) return;
    this.gelezen = true;
    this.schuif.value = nieuw;
    this.lees();
  }

  // Where the axes of the drawing stand now, in pixels of the screen.
  meet() {
    const svg = this.tekening;
    if (!svg?.dataset.vlakken) return null;
    const doos = svg.getBoundingClientRect();
    const schaal = doos.width / svg.viewBox.baseVal.width;
    const vlakken = svg.dataset.vlakken.split(";").map((deel) => {
      const [x0, y0, x1, y1, laag, hoog] = deel.split(" ").map(Number);
      return { x0: x0 * schaal, y0: y0 * schaal, x1: x1 * schaal, y1: y1 * schaal, laag, hoog };
    });
    return {
      schaal, vlakken, links: doos.left, breed: doos.width, hoog: doos.height,
      staand: svg.dataset.staand === "ja", vulling: Number(svg.dataset.vulling),
      x0: vlakken[0].x0, x1: vlakken[0].x1,
      y0: Math.min(...vlakken.map((v) => v.y0)), y1: Math.max(...vlakken.map((v) => v.y1)),
    };
  }

  wek() {
    const { bron, chartjs, doek } = this.figuur.dataset;
    if (this.gewekt || !bron) return;
    this.gewekt = true;
    Promise.all([import(doek), haalData(bron), import(chartjs)])
      .then(([tekenaar, data]) => this.bouw(tekenaar, data))
      .catch(() => { /* The drawing stays; nothing is lost. */ });
  }

  bouw(tekenaar, data) {
    this.doek = tekenaar;
    this.data = data;
    const doek = document.createElement("canvas");
    doek.className = "rm-grafiek__doek";
    doek.setAttribute("aria-hidden", "true"); // the drawing under it keeps its alternative text
    this.vlak.append(doek);
    this.chart = tekenaar.maakGrafiek(globalThis.Chart, doek, data, this.meet());
    this.chart.$lees = Number(this.schuif.value);
    this.pas();
    new ResizeObserver(() => this.pas()).observe(this.vlak);
  }

  // Lay the canvas over the drawing that shows; on a width without axes the drawing stays alone.
  pas() {
    const meet = this.meet();
    this.vlak.classList.toggle("is-levend", Boolean(meet));
    this.chart.canvas.hidden = !meet;
    if (!meet) return;
    this.doek.pasAan(this.chart, this.data, meet);
  }
}

for (const figuur of document.querySelectorAll(".rm-grafiek")) {
  if (figuur.querySelector(".rm-grafiek__vlak")) new Figuur(figuur);
}

// On paper every table is open.
addEventListener("beforeprint", () => {
  for (const vak of document.querySelectorAll(".rm-tabelvak")) vak.open = true;
});
