// Shows what cannot be seen, or would rearrange what stands around it: control characters, and those that turn the direction.

import { h } from "./dom.js";

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Nodes for a text. */
export function visible(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    nodes.push(text.slice(from, match.index), unseen(match[0]));
    from = match.index + match[0].length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

function unseen(character) {
  const code = character.codePointAt(0);
  const name = code < 0x20 ? String.fromCodePoint(0x2400 + code) : "U+" + code.toString(16).toUpperCase().padStart(4, "0");
  return h("span", { class: "unseen", title: "control character U+" + code.toString(16).toUpperCase().padStart(4, "0") }, name);
}
