// A record's way through the pipeline: before and after every filter, and where it went, as the transformer tells it.

import { h } from "./dom.js";
import { get, part } from "./api.js";
import { failure } from "./failure.js";
import { places } from "./place.js";
import { visible } from "./visible.js";
import { word } from "./words.js";

const INDENT = 4;
// Lines that name a record that there is.
const WRITTEN = /^(event \d+ |dead letter )/;
const about = get("about").catch(() => ({ pipeline: false }));
const readTopics = about.then((known) => known.transformer ? get("pipeline") : null)
  .then((picture) => picture?.health?.inputTopics ?? null).catch(() => null);

/** An element for a record; it offers its way where the pipeline's file is known and the pipeline reads the topic. */
export function recordWay(topic, record) {
  const element = h("div", { class: "whole", hidden: true });
  Promise.all([about, readTopics]).then(([known, topics]) => {
    if (known.pipeline && (topics === null || topics.includes(topic))) offer();
  });
  return element;

  function offer() {
    const ask = h("button", { type: "button", onclick: () => follow(ask) }, "Show its way through the pipeline");
    element.hidden = false;
    element.append(ask);
  }

  async function follow(ask) {
    ask.disabled = true;
    ask.textContent = "Following…";
    try {
      const { lines } = await get(`way/${part(topic)}/${record.partition}/${record.offset}`);
      element.replaceChildren(h("h3", null, "Its way"), word("way"), h("ol", { class: "way" }, lines.map(line)));
    } catch (problem) {
      element.append(failure(problem));
      ask.disabled = false;
      ask.textContent = "Try again";
    }
  }
}

// The lines of `transformer explain`: an indent for each level, and + - ~ before fields that are new, gone or others.
function line(text) {
  const bare = text.trimStart();
  const depth = Math.floor((text.length - bare.length) / INDENT);
  const named = kind(bare);
  const item = h("li", { class: named }, WRITTEN.test(bare) ? places(bare) : visible(bare));
  item.style.setProperty("--depth", String(depth));
  return item;
}

function kind(text) {
  if (text.startsWith("+ ")) return "added";
  if (text.startsWith("- ")) return "removed";
  if (text.startsWith("~ ")) return "changed";
  if (/^took |^changed nothing|^[{]/.test(text)) return "quiet";
  return /^\S*:\d+:\d+: /.test(text) || /:$/.test(text) ? "step" : "";
}
