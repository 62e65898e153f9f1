// Places of records, topic/partition/offset, in a text: as links to the record.

import { h } from "./dom.js";
import { part } from "./api.js";
import { visible } from "./visible.js";

const PLACE = /(?<![\w./-])([\w.-]+)\/(\d+)\/(\d+)(?![\w-])/g;

/** Nodes for a text. */
export function places(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(PLACE)) {
    const [place, topic, partition, offset] = match;
    nodes.push(...visible(text.slice(from, match.index)),
      h("a", { href: `#/topics/${part(topic)}?partition=${partition}&from=offset:${offset}` }, place));
    from = match.index + place.length;
  }
  nodes.push(...visible(text.slice(from)));
  return nodes;
}
