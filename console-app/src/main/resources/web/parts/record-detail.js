// All of a record: its value as a tree, key, headers, time, and its way through the pipeline.

import { h } from "./dom.js";
import { get, part } from "./api.js";
import { bytes, time } from "./format.js";
import { failure } from "./failure.js";
import { parse } from "./json.js";
import { jsonTree } from "./json-tree.js";
import { places } from "./place.js";
import { visible } from "./visible.js";
import { word } from "./words.js";
import { recordWay } from "./record-way.js";

// Headers of kstash that name another record.
const PLACES = /^kstash\.(source|dead-letter\.origin)$/;

/** An element that fills itself; preview is what the list has, of which long values are cut. */
export function recordDetail(topic, preview) {
  const value = h("div");
  const path = "topics/" + part(topic) + "/records/" + preview.partition + "/" + preview.offset;
  show(preview);
  if (preview.value?.cut) load("");
  return h("div", { class: "opened" },
    h("div", null, h("h3", null, "Value"), word("value"), value),
    h("div", { class: "side" }, side(preview)),
    recordWay(topic, preview));

  async function load(query) {
    try {
      show(await get(path + query));
    } catch (problem) {
      value.append(failure(problem));
    }
  }

  function show(record) {
    value.replaceChildren(...content(record.value), actions(record.value, record !== preview));
  }

  function actions(shown, loaded) {
    const row = h("div", { class: "actions" });
    if (shown === null) return row;
    if (shown.cut && loaded) {
      row.append(h("span", { class: "muted" }, `the first ${bytes(new Blob([shown.text]).size)} of ${bytes(shown.size)}`));
      if (shown.text.length < 500_000) {
        row.append(h("button", { type: "button", class: "plain", onclick: () => load("?all=yes") }, "Show up to 1 MB"));
      }
    }
    row.append(h("a", { href: "/api/" + path + "/value", download: "" }, "Save the bytes"),
      h("span", { class: "muted" }, bytes(shown.size)));
    return row;
  }
}

function content(value) {
  if (value === null) return [h("p", { class: "muted" }, "This record has no value: in a compacted topic that deletes its key.")];
  const tree = value.cut ? null : parse(value.text);
  const text = tree ? jsonTree(tree) : h("pre", { tabindex: 0 }, visible(value.text));
  return value.hex ? [h("p", { class: "bad" }, "These bytes are not UTF-8. They begin with"), h("pre", null, value.hex), text] : [text];
}

function headerValue({ name, value }) {
  if (value === null) return "no value";
  return PLACES.test(name) ? places(value.text) : visible(value.text);
}

function side(record) {
  const block = (label, name, ...content) => h("div", null, h("h3", null, label), word(name), content);
  return [
    block("Key", "key", record.key === null ? h("span", { class: "muted" }, "none") : h("pre", null, visible(record.key.text))),
    block("Headers", "headers", record.headers.length === 0
      ? h("span", { class: "muted" }, "none")
      : h("dl", { class: "headers" }, record.headers.map((header) => h("div", null,
        h("dt", null, visible(header.name)), h("dd", null, headerValue(header)))))),
    block("Time", record.timestampType === "LogAppendTime" ? "appendTime" : "timestamp", h("span", { class: "data" }, time(record.timestamp))),
  ];
}
