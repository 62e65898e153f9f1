// JSON in one line, coloured. It only knows tokens, so it colours what is cut in the middle as well.

import { h } from "./dom.js";
import { visible } from "./visible.js";

const TOKENS = /("(?:[^"\\]|\\.)*"?)(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b|([{}[\],:])|([^"\d{}[\],:tfn-]+|.)/gsu;
const MOST = 400;

/** Nodes for a value's text, at most some hundred characters of it. */
export function jsonLine(text) {
  const shown = text.slice(0, MOST);
  if (!/^\s*[[{]/.test(shown)) return visible(shown);
  const nodes = [];
  for (const [whole, string, colon, number, literal, mark] of shown.matchAll(TOKENS)) {
    if (string !== undefined && colon !== undefined) {
      nodes.push(h("span", { class: "json-name" }, visible(string)), h("span", { class: "json-mark" }, colon));
    } else if (string !== undefined) nodes.push(h("span", { class: "json-text" }, visible(string)));
    else if (number !== undefined) nodes.push(h("span", { class: "json-number" }, number));
    else if (literal !== undefined) nodes.push(h("span", { class: "json-literal" }, literal));
    else if (mark !== undefined) nodes.push(h("span", { class: "json-mark" }, mark));
    else nodes.push(...visible(whole));
  }
  return nodes;
}
