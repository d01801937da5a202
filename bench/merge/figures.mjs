// The figures of the overview out of merged records, drawn plainly: savings by year, open risks by score, and who made
// how many changes until when, with the latest of them. No charts, no style: the least that a person could read.

const LATEST = 20;

export function figures({ records, changes }) {
  const [years, cells, people] = [new Map(), new Map(), new Map()];
  for (const [id, field] of records) {
    const kind = id.slice(0, id.indexOf("/"));
    if (kind === "money") {
      const sum = field("sum");
      if (sum?.kind === "saving" && sum.basis === "forecast" && sum.year && !field("part_of") && !field("rival_of")) add(years, sum.year, sum.pence);
    } else if (kind === "risk") {
      const level = field("level");
      if (level && field("state")?.is !== "closed") add(cells, `${level.l} × ${level.i}`, 1);
    }
  }
  for (const { by, at } of changes) {
    const one = people.get(by) ?? { count: 0, last: 0 };
    one.count += 1;
    one.last = Math.max(one.last, at);
    people.set(by, one);
  }
  const latest = changes.toSorted((one, other) => other.at - one.at).slice(0, LATEST);
  return { years, cells, people, latest, changes: changes.length, records: records.length };
}

export function draw({ years, cells, people, latest, changes, records }) {
  const moment = (seconds) => new Date(seconds * 1000).toISOString();
  const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
  document.body.replaceChildren(
    table(`${records} records`, [...years].sort().map(([year, pence]) => [year, pounds.format(pence / 100)])),
    table("Open risks", [...cells].sort()),
    table(`${changes} changes`, [...people].map(([by, { count, last }]) => [by, count, moment(last)])),
    table("The latest", latest.map(({ by, at }) => [by, moment(at)])),
  );
}

function table(name, rows) {
  const made = document.createElement("table");
  made.createCaption().textContent = name;
  for (const row of rows) {
    const line = made.insertRow();
    for (const cell of row) line.insertCell().textContent = cell;
  }
  return made;
}

function add(sums, key, amount) {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
