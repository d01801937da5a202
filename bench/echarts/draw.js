// Savings by year and partner, and risks by likelihood and impact, out of a bundle's text in IndexedDB: what a page that
// takes a chart library from npm would do, and no more. It reads the records as the file states them, without the log.
"use strict";

const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function records() {
  const opening = indexedDB.open("echarts-bench", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("bundles");
  const database = await answer(opening);
  const text = await answer(database.transaction("bundles").objectStore("bundles").get("sample"));
  return text === undefined ? undefined : JSON.parse(text).now.records;
}

/** Pounds by partner and year, of forecasts that are no part of another line. */
function savings({ money, partner }) {
  const byPartner = new Map();
  for (const line of Object.values(money)) {
    if (line.sum?.kind !== "saving" || line.sum.basis !== "forecast" || !line.sum.year || line.part_of || line.rival_of) continue;
    for (const id of line.partners ?? ["not stated"]) {
      const years = byPartner.get(id) ?? new Map();
      const share = line.sum.pence / 100 / (line.partners?.length ?? 1);
      years.set(line.sum.year, (years.get(line.sum.year) ?? 0) + share);
      byPartner.set(id, years);
    }
  }
  const years = [...new Set([...byPartner.values()].flatMap((held) => [...held.keys()]))].sort();
  const name = (id) => partner[id.split("/")[1]]?.name ?? "Not stated";
  return { years, series: [...byPartner].map(([id, held]) => ({ name: name(id), data: years.map((year) => held.get(year) ?? null) })) };
}

/** How many open risks there are in each cell. */
function cells({ risk }) {
  const counts = new Map();
  for (const { level, state } of Object.values(risk)) {
    if (!level || state?.is === "closed") continue;
    const key = `${level.i},${level.l}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => [...key.split(",").map((step) => step - 1), count]);
}

function draw(id, option) {
  const chart = echarts.init(document.getElementById(id));
  const finished = new Promise((resolve) => chart.on("finished", resolve));
  chart.setOption({ animation: false, ...option });
  return finished;
}

records().then(async (held) => {
  if (held === undefined) return;
  const { years, series } = savings(held);
  const { likelihood, impact } = Object.values(held.workspace)[0].matrix;
  await Promise.all([
    draw("savings", {
      title: { text: "Savings by year and partner, forecast" },
      legend: { bottom: 0 },
      xAxis: { type: "category", data: years },
      yAxis: { type: "value" },
      series: series.map((one) => ({ ...one, type: "bar", stack: "all", label: { show: true } })),
    }),
    draw("risks", {
      title: { text: "Risks by likelihood and impact" },
      xAxis: { type: "category", data: impact },
      yAxis: { type: "category", data: likelihood },
      visualMap: { min: 0, max: 4, show: false },
      series: [{ type: "heatmap", data: cells(held), label: { show: true } }],
    }),
  ]);
  document.documentElement.dataset.drawn = "";
});
