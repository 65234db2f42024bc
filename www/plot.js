// Plots, as SVG: bars, and steps over time.

const SVG = "http://www.w3.org/2000/svg";
/** In the drawing's own units. */
const [WIDEST, LEFT, RIGHT, BOTTOM] = [640, 110, 60, 28];

/** Where there is less room than that, a unit is a pixel, so that letters stay as large as they are. @param {SVGElement} plot */
const widthOf = (plot) => Math.min(WIDEST, plot.getBoundingClientRect().width || WIDEST);

/** @typedef {{ name: string, points: { x: number, y: number }[] }} Line */

/** One bar for each. @param {SVGElement} plot @param {{ name: string, value: number, text: string }[]} bars */
export function drawBars(plot, bars) {
  const most = Math.max(...bars.map((bar) => bar.value));
  const height = 34;
  const room = widthOf(plot);
  plot.setAttribute("viewBox", `0 0 ${room} ${bars.length * height + 10}`);
  plot.replaceChildren(
    ...bars.flatMap(({ name, value, text }, at) => {
      const y = at * height + 8;
      const width = Math.max(2, (value / most) * (room - LEFT - RIGHT - 20));
      return [
        node("text", { x: LEFT - 10, y: y + 17, "text-anchor": "end" }, name),
        node("rect", { x: LEFT, y, width, height: 24, rx: 4, class: `racer-${at}` }),
        node("text", { x: LEFT + width + 8, y: y + 17 }, text),
      ];
    }),
  );
}

/** A staircase for each; `x` in milliseconds. @param {SVGElement} plot @param {Line[]} lines */
export function drawSteps(plot, lines) {
  const height = 300;
  const width = widthOf(plot);
  plot.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const all = lines.flatMap((line) => line.points);
  const [endX, endY] = [Math.max(...all.map(({ x }) => x)) * 1.05, Math.max(1, ...all.map(({ y }) => y))];
  const left = 50;
  const toX = (/** @type {number} */ x) => left + (x / endX) * (width - left - 10);
  const toY = (/** @type {number} */ y) => height - BOTTOM - (y / endY) * (height - BOTTOM - 20);
  const drawn = lines.flatMap(({ name, points }, at) => {
    let path = `M${toX(0)} ${toY(0)}`;
    for (const { x, y } of points) path += `H${toX(x).toFixed(1)}V${toY(y).toFixed(1)}`;
    return [
      node("path", { d: `${path}H${width - 10}`, class: `racer-${at} curve` }),
      node("rect", { x: left + 14, y: 18 + at * 22, width: 14, height: 14, rx: 3, class: `racer-${at}` }),
      node("text", { x: left + 36, y: 30 + at * 22 }, name),
    ];
  });
  plot.replaceChildren(
    node("path", { d: `M${left} 14V${height - BOTTOM}H${width - 10}`, class: "axis" }),
    node("text", { x: left - 6, y: toY(endY) + 10, "text-anchor": "end" }, String(endY)),
    node("text", { x: left - 6, y: toY(0), "text-anchor": "end" }, "0"),
    node("text", { x: width - 10, y: height - 8, "text-anchor": "end" }, `${Math.round(endX)} ms`),
    node("text", { x: left, y: height - 8 }, "0 ms"),
    ...drawn,
  );
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
function node(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}
