// The pipeline as a picture: from left to right where there is room, else from top to bottom.

import { say, svg } from "./dom.js";
import { part } from "./api.js";
import { flowLayout, stepHeight } from "./flow-layout.js";

// The widths of a letter of names, and of the smaller ones below them.
const LETTER = 7.3;
const SMALL_LETTER = 7;
const PAD = 14;

/** Answers an element and a function that shows another model in it; what does not change stays. */
export function flowPicture() {
  const element = svg("svg", { class: "flow", role: "group" });
  let shape = "";
  let texts = new Map();

  function show(model, width) {
    const now = JSON.stringify([width, model.inputs.map(name), model.outputs.map((output) => [output.name, output.takes]), model.steps.map((step) => [step.label, step.options, step.depth]), model.deadLetters.name]);
    if (now !== shape) {
      shape = now;
      texts = new Map();
      draw(model, width);
    }
    for (const [key, value] of values(model)) {
      const text = texts.get(key);
      if (text) say(text, value);
    }
    for (const edge of element.querySelectorAll(".edge")) {
      edge.classList.toggle("moves", moves(model, edge.dataset.of));
    }
    element.querySelector(".dead")?.classList.toggle("some", model.deadLetters.some);
  }

  function draw(model, width) {
    const layout = flowLayout(model, width);
    element.setAttribute("viewBox", `-1 -1 ${width + 2} ${layout.height + 2}`);
    element.setAttribute("width", width);
    element.setAttribute("height", layout.height);
    element.setAttribute("aria-label", `Producers write to ${model.inputs.map(name).join(", ")}; pipeline ${model.name} reads it and writes to ${model.outputs.map(name).join(", ")}`);
    element.replaceChildren(
      ...layout.edges.map(edge),
      box(layout.producers, { name: "producers", kind: "" }, "producers"),
      ...layout.inputs.map((place, index) => box(place, model.inputs[index], "input" + index)),
      pipeline(layout.pipeline, model),
      ...layout.outputs.map((place, index) => box(place, model.outputs[index], "output" + index)),
      box(layout.deadLetters, { ...model.deadLetters, kind: "topic" }, "dead", "dead"));
  }

  function box(place, { name: title, kind, takes }, key, more = "") {
    const group = svg("g", { class: "box " + more, transform: `translate(${place.x} ${place.y})` },
      svg("rect", { width: place.width, height: place.height, rx: 8 }),
      svg("text", { x: PAD, y: 22, class: "kind" }, key === "dead" ? "dead letters" : kind === "other" ? "output" : kind || "applications"),
      svg("text", { x: PAD, y: 41, class: "title" }, fit(kind === "file" ? end(title) : title, place.width - 2 * PAD), svg("title", null, title)),
      takes ? small(takes, PAD, 60, place.width - 2 * PAD) : [],
      text(key, { x: PAD, y: place.height - 14, class: "detail" }));
    return kind === "topic" && !title.includes("%{") ? svg("a", { href: "#/topics/" + part(title) }, group) : group;
  }

  function pipeline(place, model) {
    let y = 74;
    const rows = model.steps.map((step, index) => {
      const made = row(step, index, place, y);
      y += stepHeight(step);
      return made;
    });
    return svg("g", { class: "box pipeline", transform: `translate(${place.x} ${place.y})` },
      svg("rect", { width: place.width, height: place.height, rx: 8 }),
      svg("text", { x: PAD, y: 22, class: "kind" }, "pipeline · group " + fit(model.group, place.width - 160)),
      svg("text", { x: PAD, y: 41, class: "title" }, fit(model.name, place.width - 120)),
      text("read", { x: place.width - PAD, y: 41, class: "detail right" }),
      rows.length > 0 ? rows : svg("text", { x: PAD, y: 72, class: "detail" }, "no filters"),
      text("ended", { x: PAD, y: place.height - 12, class: "detail" }));
  }

  function row(step, index, place, y) {
    const x = PAD + step.depth * 16;
    const room = place.width - x - PAD - 130;
    return svg("g", { class: step.branch ? "step branch" : "step" },
      svg("line", { x1: PAD, x2: place.width - PAD, y1: y - 19, y2: y - 19 }),
      svg("text", { x, y, class: "name" }, fit(step.label, room), svg("title", null, step.label + " (" + step.place + ")")),
      step.options ? small(step.options, x, y + 17, place.width - x - PAD) : [],
      text("time" + index, { x: place.width - PAD - 74, y, class: "detail right" }),
      text("count" + index, { x: place.width - PAD, y, class: "count right" }));
  }

  function small(words, x, y, room) {
    return svg("text", { x, y, class: "options" }, fit(words, room, SMALL_LETTER), svg("title", null, words));
  }

  function text(key, props) {
    const made = svg("text", props);
    texts.set(key, made);
    return made;
  }

  return { element, show };
}

const name = (thing) => thing.name;

function* values(model) {
  yield ["producers", model.producers.detail];
  yield ["read", model.read.detail];
  yield ["ended", model.ended];
  yield ["dead", model.deadLetters.detail];
  for (const [index, input] of model.inputs.entries()) yield ["input" + index, input.detail];
  for (const [index, output] of model.outputs.entries()) yield ["output" + index, output.detail];
  for (const [index, step] of model.steps.entries()) {
    yield ["count" + index, step.counts];
    yield ["time" + index, step.time];
  }
}

function moves(model, of) {
  return of === "sent" ? model.producers.moves : of === "read" ? model.read.moves : of === "dead" ? false : model.read.moves;
}

function edge({ from, to, down, of }) {
  const bend = down ? (to.y - from.y) / 2 : (to.x - from.x) / 2;
  const path = down
    ? `M${from.x} ${from.y} C${from.x} ${from.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`
    : `M${from.x} ${from.y} C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
  return svg("path", { d: path, class: "edge", "data-of": of });
}

// What tells one file from another is at the end of its path.
function end(path) {
  return path.split("/").slice(-2).join("/");
}

// SVG does not cut long texts by itself.
function fit(text, room, letter = LETTER) {
  const most = Math.max(4, Math.floor(room / letter));
  return text.length <= most ? text : text.slice(0, most - 1) + "…";
}
