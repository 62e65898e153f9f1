// A small plot of the last minutes: some lines over time, with what they are now.

import { h, svg } from "./dom.js";

const WIDTH = 320;
const HEIGHT = 90;
const MINUTES = 5;

/** Answers an element and a function that takes points; lines are {label, of(point), main, waits}, the last two for their colour. */
export function plot(title, lines, format, words) {
  const now = lines.map(() => h("b", { class: "number" }, "–"));
  const paths = lines.map((line) => svg("path", { class: "line " + colour(line) }));
  const top = h("span", { class: "scale" });
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("line", { x1: 0, x2: WIDTH, y1: HEIGHT - 0.5, y2: HEIGHT - 0.5 }), svg("line", { x1: 0, x2: WIDTH, y1: 0.5, y2: 0.5 }), paths);
  const element = h("figure", { class: "plot" },
    h("figcaption", null, h("h3", null, title), words,
      h("span", { class: "now" }, lines.map((line, index) => h("span", { class: colour(line) }, h("i", { class: "sample" }), line.label, " ", now[index])))),
    h("div", { class: "canvas" }, top, h("span", { class: "scale zero" }, "0"), picture),
    h("div", { class: "scale" }, h("span", null, `${MINUTES} minutes ago`), h("span", null, "now")));
  return { element, show };

  function show(points) {
    const all = points.flatMap((point) => lines.map((line) => line.of(point))).filter((value) => value !== null);
    const most = nice(Math.max(0, ...all));
    top.textContent = all.length > 0 ? format(most) : "";
    const end = points.at(-1)?.at ?? 0;
    lines.forEach((line, index) => {
      const latest = points.at(-1);
      now[index].textContent = latest === undefined || line.of(latest) === null ? "–" : format(line.of(latest));
      paths[index].setAttribute("d", path(points, line.of, end, most));
    });
  }
}

function colour(line) {
  return line.main ? "main" : line.waits ? "waits" : "";
}

function path(points, of, end, most) {
  let pen = "M";
  let drawn = "";
  for (const point of points) {
    const value = of(point);
    const x = WIDTH - (end - point.at) / (MINUTES * 60_000) * WIDTH;
    if (value === null) {
      pen = "M"; // Nothing came, so there is nothing to connect.
    } else if (x >= 0) {
      drawn += `${pen}${x.toFixed(1)} ${(HEIGHT - 1 - value / most * (HEIGHT - 4)).toFixed(1)}`;
      pen = "L";
    }
  }
  return drawn;
}

// The next of 1, 2, 5, 10, 20 …, so that the scale stays while values move a little.
function nice(value) {
  if (value <= 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  return magnitude * [1, 2, 5, 10].find((step) => step * magnitude >= value);
}
