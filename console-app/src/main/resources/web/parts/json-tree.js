// JSON as a tree that folds. Long lists show their beginning until they are asked for more.

import { h } from "./dom.js";
import { plural } from "./format.js";
import { visible } from "./visible.js";

const AT_ONCE = 100;
const OPEN_LEVELS = 3;

/** An element for a node of json.js. */
export function jsonTree(node) {
  return h("div", { class: "tree" }, branch(null, node, 0));
}

function branch(name, node, depth) {
  const label = name === null ? [] : [h("span", { class: "json-name" }, visible(name)), h("span", { class: "json-mark" }, ": ")];
  if (node.kind !== "object" && node.kind !== "array") {
    return h("div", { class: "leaf" }, label, leaf(node));
  }
  const children = node.kind === "object" ? node.entries : node.items.map((item, index) => [String(index), item]);
  const size = node.kind === "object" ? `{ ${plural(children.length, "field")} }` : `[ ${plural(children.length, "item")} ]`;
  const body = h("div");
  // Children are made when they are first seen, so that a large value costs what is looked at.
  const open = depth < OPEN_LEVELS && children.length <= AT_ONCE;
  const details = h("details", { open, ontoggle: () => details.open && more(body, children, depth) },
    h("summary", null, label, h("span", { class: "json-mark" }, size)), body);
  if (open) more(body, children, depth);
  return details;
}

function more(body, children, depth) {
  if (body.dataset.shown === undefined) show(body, children, depth, 0);
}

function show(body, children, depth, from) {
  const upTo = Math.min(children.length, from + AT_ONCE);
  body.dataset.shown = String(upTo);
  body.append(...children.slice(from, upTo).map(([name, child]) => branch(name, child, depth + 1)));
  if (upTo < children.length) {
    const button = h("button", { type: "button", class: "plain", onclick: () => {
      button.remove();
      show(body, children, depth, upTo);
    } }, plural(children.length - upTo, "more"));
    body.append(button);
  }
}

function leaf(node) {
  if (node.kind === "text") return h("span", { class: "json-text" }, "\"", visible(node.raw), "\"");
  return h("span", { class: "json-" + node.kind }, node.raw);
}
