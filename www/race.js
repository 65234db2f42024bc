// The race: every reader gets the same bytes, in turn, and is timed.
import { loadCore, openReader } from "./core.js";
import { part } from "./part.js";
import { drawBars, drawSteps } from "./plot.js";
import { count, loadOthers, RACERS } from "./racers.js";
import { sample } from "./samples.js";

/** @typedef {import("./samples.js").Source} Source @typedef {import("./racers.js").Finish} Finish @typedef {import("./plot.js").Line} Line */
/** How one reader did: milliseconds of its rounds, sorted, and what it found. @typedef {{ name: string, times: number[], finish: Finish }} Result */

/** Milliseconds that all rounds may take together, and the rounds that are run whatever they take. */
const [ENOUGH_MS, LEAST] = [2000, 3];
/** Bytes that come at once over the line: what one packet carries. */
const PACKET = 1400;

const said = part("said", HTMLElement);
const file = part("file", HTMLInputElement);
part("race", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  return start();
});
file.addEventListener("change", start);
part("page", HTMLSelectElement).addEventListener("change", () => (file.value = ""));

async function start() {
  const button = part("start", HTMLButtonElement);
  button.disabled = true;
  said.textContent = "Running…";
  try {
    await Promise.all([loadCore(), loadOthers()]);
    const page = await chosen();
    const results = await race(page);
    show(results);
    drawSteps(part("curve", SVGElement), await overTheLine(page, results));
    said.textContent = `Done: ${results[0].times.length} rounds, ${new Intl.NumberFormat("en").format(page.bytes.length)} bytes. Nothing left this browser.`;
  } catch (error) {
    said.textContent = `The race was stopped: ${error instanceof Error ? error.message : error}`;
  }
  button.disabled = false;
}

/** @returns {Promise<Source>} */
async function chosen() {
  const own = file.files?.[0];
  return own ? { bytes: new Uint8Array(await own.arrayBuffer()) } : sample(part("page", HTMLSelectElement).value);
}

/** Rounds in turn, so that what else the machine does hits everyone alike. @param {Source} page @returns {Promise<Result[]>} */
async function race(page) {
  const results = [];
  // The first round warms up, and says what is found.
  for (const { name, run } of RACERS) results.push({ name, times: /** @type {number[]} */ ([]), finish: await run(page) });
  const begin = performance.now();
  for (let round = 0; round < LEAST || performance.now() - begin < ENOUGH_MS; round += 1) {
    for (let nth = 0; nth < RACERS.length; nth += 1) {
      const at = (round + nth) % RACERS.length;
      const before = performance.now();
      await RACERS[at].run(page);
      results[at].times.push(performance.now() - before);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  for (const { times } of results) times.sort((one, other) => one - other);
  return results;
}

/** The middle one of sorted times. @param {Result} result */
const median = ({ times }) => times[times.length >> 1];
/** @param {number} ms */
const inWords = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** @param {Result[]} results */
function show(results) {
  const rows = results.map((result) => {
    const { name, times, finish } = result;
    const cells = [inWords(median(result)), `${inWords(times[0])} to ${inWords(times[times.length - 1])}`, finish.words, finish.articles];
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    row.append(head, ...cells.map((value) => Object.assign(document.createElement("td"), { textContent: String(value) })));
    return row;
  });
  part("times", HTMLTableElement).tBodies[0].replaceChildren(...rows);
  drawBars(part("bars", SVGElement), results.map((result) => ({ name: result.name, value: median(result), text: inWords(median(result)) })));
}

/** Words that can be read, from the first byte on: ours as they come, the others' once the whole page is there. @param {Source} page @param {Result[]} results @returns {Promise<Line[]>} */
async function overTheLine(page, results) {
  const perMs = Number(part("line", HTMLSelectElement).value) / 1000;
  const arrived = page.bytes.length / perMs;
  const [ours, ...others] = results;
  return [
    { name: ours.name, points: await whileItArrives(page, perMs) },
    ...others.map((result) => ({ name: result.name, points: [{ x: arrived + median(result), y: result.finish.words }] })),
  ];
}

/** @param {Source} page @param {number} perMs bytes that a millisecond brings */
async function whileItArrives({ bytes, url }, perMs) {
  const reader = await openReader({ url });
  /** Words of each block of the main article that is shown. @type {Map<number, number>} */
  const shown = new Map();
  const points = [{ x: 0, y: 0 }];
  let busy = 0;
  let words = 0;
  for (let at = 0; at <= bytes.length; at += PACKET) {
    const before = performance.now();
    const changes = reader.write(bytes.subarray(at, at + PACKET));
    if (at + PACKET > bytes.length) changes.push(...reader.end());
    busy += performance.now() - before;
    for (const change of changes) {
      if (!("article" in change) || change.article !== 0) continue;
      if (change.type === "append") shown.set(change.block, count(change.html.replace(/<[^>]*>/g, " ")));
      if (change.type === "retract") shown.delete(change.block);
    }
    const sum = [...shown.values()].reduce((all, one) => all + one, 0);
    if (sum !== words) points.push({ x: Math.min(at + PACKET, bytes.length) / perMs + busy, y: sum });
    words = sum;
  }
  reader.free();
  return points;
}
