// What Chart.js draws, made from the data of the endpoint and the axes of the drawing under it.
// Loaded together with the library, on the first reach.

const STREEP = { voorlopig: [7, 5], geschat: [2, 3] };
const INKT = "#1b2530";
const WIT = "#ffffff";

export function maakGrafiek(Chart, doek, data, meet) {
  return new Chart(doek, instellingen(data, meet));
}

// The same data on other axes: the window changed, or the phone was turned.
export function pasAan(chart, data, meet) {
  Object.assign(chart.options, opties(data, meet));
  chart.data.datasets = reeksen(data, meet);
  chart.resize(meet.breed, meet.hoog);
  chart.update("none");
}

function instellingen(data, meet) {
  return {
    type: "line",
    data: { labels: data.labels, datasets: meet ? reeksen(data, meet) : [] },
    options: meet ? opties(data, meet) : { animation: false, responsive: false },
    plugins: [balkranden, leeslijn],
  };
}

// Every axis fills the whole chart area; its ends are moved so that its own part is where it was drawn.
function opties(data, meet) {
  const schalen = {
    x: { type: "category", display: false, offset: meet.staand, stacked: isGestapeld(data) },
  };
  meet.vlakken.forEach((vlak, i) => {
    const perPixel = (vlak.hoog - vlak.laag) / (vlak.y1 - vlak.y0);
    schalen[`y${i}`] = {
      type: "linear", display: false, stacked: isGestapeld(data),
      min: vlak.laag - (meet.y1 - vlak.y1) * perPixel,
      max: vlak.hoog + (vlak.y0 - meet.y0) * perPixel,
    };
  });
  return {
    animation: false, responsive: false, maintainAspectRatio: false, locale: "nl-NL", events: [],
    layout: {
      autoPadding: false,
      padding: { left: meet.x0, right: meet.breed - meet.x1, top: meet.y0, bottom: meet.hoog - meet.y1 },
    },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: schalen,
  };
}

const isGestapeld = (data) => data.datasets.some((reeks) => reeks.stack);

function reeksen(data, meet) {
  const perLabel = (meet.x1 - meet.x0) / Math.max(1, data.labels.length - (meet.staand ? 0 : 1));
  const uit = data.datasets.map((reeks) => (
    reeks.type === "bar" ? balken(reeks, meet, perLabel, data) : lijn(reeks, meet, perLabel)
  ));
  // A forecast is a hollow line: its light middle lies on top of it.
  const hol = uit.filter((reeks) => reeks.type === "line" && reeks.licht).map((reeks) => ({
    ...reeks, borderColor: WIT, borderWidth: 1.5 * meet.schaal, pointRadius: 0, segment: undefined, order: reeks.order - 0.5,
  }));
  return [...uit, ...hol];
}

function balken(reeks, meet, perLabel, data) {
  const alleen = reeks.stack || reeks.grouped === false;
  const naast = alleen ? 1 : data.datasets.filter((andere) => andere.type === "bar").length;
  const breed = (perLabel * meet.vulling) / meet.schaal / naast;
  const kleuren = reeks.status.map((status) => {
    if (status === "geschat") return WIT;
    return status === "voorlopig" || reeks.licht ? reeks.lichteKleur : reeks.borderColor;
  });
  return {
    ...reeks,
    data: reeks.omlaag ? reeks.data.map((getal) => (getal === null ? null : -getal)) : reeks.data,
    backgroundColor: kleuren,
    randkleur: reeks.borderColor,
    borderColor: WIT,
    borderSkipped: false,
    borderWidth: reeks.stack ? { top: meet.schaal, right: 0, bottom: 0, left: 0 } : 0,
    categoryPercentage: meet.vulling,
    barPercentage: breed > 4 && !alleen ? (breed - 1) / breed : 1,
    clip: false,
  };
}

function lijn(reeks, meet, perLabel) {
  const breuken = new Set(reeks.breuken);
  let punten = reeks.data;
  const zichtbaar = punten.map((getal, i) => (getal === null ? -1 : i)).filter((i) => i >= 0);
  const laatste = zichtbaar.at(-1);
  if (reeks.maatlat && zichtbaar.length === 1) punten = punten.map(() => reeks.data[laatste]);
  const alleen = (i) => (reeks.data[i - 1] ?? null) === null || breuken.has(i)
    ? (reeks.data[i + 1] ?? null) === null || breuken.has(i + 1) : false;
  const open = (i) => reeks.status[i] in STREEP;
  const straal = reeks.data.map((getal, i) => {
    if (getal === null || (reeks.maatlat && !open(i))) return 0;
    if (i === laatste) return 5.5 * meet.schaal;
    return alleen(i) || (open(i) && perLabel >= 14 * meet.schaal) ? 4.5 * meet.schaal : 0;
  });
  return {
    ...reeks,
    data: punten,
    borderDash: [],
    borderWidth: (reeks.borderWidth + (reeks.licht ? 1.5 : 0)) * meet.schaal,
    borderJoinStyle: "round",
    pointRadius: straal,
    pointBorderWidth: 2.2 * meet.schaal,
    pointBorderColor: reeks.borderColor,
    pointBackgroundColor: reeks.data.map((_, i) => (open(i) || reeks.licht ? WIT : reeks.borderColor)),
    clip: 12 * meet.schaal,
    order: -reeks.borderWidth, // the thickest on top
    segment: {
      borderDash: ({ p1DataIndex: i }) => (STREEP[reeks.status[i]] ?? []).map((n) => n * meet.schaal),
      borderColor: ({ p1DataIndex: i }) => (breuken.has(i) ? "transparent" : undefined),
    },
  };
}

// Edges of bars that are not final, which Chart.js itself cannot dash.
const balkranden = {
  id: "balkranden",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    chart.data.datasets.forEach((reeks, nummer) => {
      if (reeks.type !== "bar") return;
      chart.getDatasetMeta(nummer).data.forEach((balk, i) => {
        const streep = STREEP[reeks.status[i]];
        if (reeks.data[i] === null || !(streep || reeks.licht)) return;
        const { x, y, base, width } = balk.getProps(["x", "y", "base", "width"], true);
        ctx.save();
        ctx.setLineDash(streep ?? []);
        ctx.strokeStyle = reeks.randkleur;
        ctx.lineWidth = 1.5;
        ctx.strokeRect(x - width / 2 + 0.75, Math.min(y, base) + 0.75, width - 1.5, Math.abs(base - y) - 1.5);
        ctx.restore();
      });
    });
  },
};

// The moment that is read: a line through it, with a dot on each line, or a frame around its columns.
const leeslijn = {
  id: "leeslijn",
  afterDatasetsDraw(chart) {
    const { ctx, chartArea, scales } = chart;
    const i = chart.$lees;
    if (!scales.x || i === undefined) return;
    const x = scales.x.getPixelForValue(i);
    ctx.save();
    ctx.strokeStyle = INKT;
    ctx.lineWidth = 1.5;
    if (chart.options.scales.x.offset && chart.data.labels.length > 1) {
      const stap = scales.x.getPixelForValue(1) - scales.x.getPixelForValue(0);
      mediaanlijn(chart, stap);
      ctx.lineWidth = 1;
      ctx.fillStyle = "rgb(27 37 48 / 7%)";
      ctx.fillRect(x - stap / 2, chartArea.top, stap, chartArea.bottom - chartArea.top);
      ctx.strokeRect(x - stap / 2, chartArea.top, stap, chartArea.bottom - chartArea.top);
    } else {
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top - 4);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
    }
    chart.data.datasets.forEach((reeks, nummer) => {
      const getal = reeks.data[i] ?? null;
      if (reeks.type !== "line" || getal === null || reeks.borderColor === WIT) return;
      const y = chart.getDatasetMeta(nummer).data[i].y;
      ctx.beginPath();
      ctx.arc(x, y, 6, 0, 2 * Math.PI);
      ctx.fillStyle = reeks.status[i] in STREEP ? WIT : reeks.borderColor;
      ctx.strokeStyle = reeks.status[i] in STREEP ? reeks.borderColor : WIT;
      ctx.lineWidth = 2;
      ctx.fill();
      ctx.stroke();
    });
    ctx.restore();
  },
};

// The middle of a histogram, light where it crosses a column, as in the drawing.
function mediaanlijn({ ctx, chartArea, data }, stap) {
  const plek = data.datasets[0].mediaan ?? null;
  if (plek === null) return;
  for (const [kleur, dikte] of [[WIT, 5], [INKT, 2]]) {
    ctx.fillStyle = kleur;
    ctx.fillRect(chartArea.left + plek * stap - dikte / 2, chartArea.top - 12, dikte, chartArea.bottom - chartArea.top + 12);
  }
}
