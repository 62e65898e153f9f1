// A list of records: a line each, which opens and shows all of it. Arrow keys go from line to line.

import { h } from "./dom.js";
import { bytes, shortTime, time } from "./format.js";
import { jsonLine } from "./json-line.js";
import { visible } from "./visible.js";
import { recordDetail } from "./record-detail.js";

const MOST_THAT_LIGHT_UP = 5;

/** Answers the element, and functions that show records in it or put some at its top. */
export function recordList(topic, options = {}) {
  const list = h("ol", { class: "records", onkeydown: move });
  const element = h("div", null,
    h("div", { class: "columns", "aria-hidden": "true" }, h("span", null, "partition · offset"), h("span", null, "time"), h("span", null, "key and value")),
    list);
  return { element, show, prepend };

  function show(records) {
    list.replaceChildren(...records.map((record) => item(record)));
  }

  /** New ones come first; what is open stays, and of the others only so many. Few light up: each that does is painted anew in every frame. */
  function prepend(records, most) {
    const motion = records.length <= MOST_THAT_LIGHT_UP ? "fresh" : "";
    list.prepend(...records.map((record) => item(record, motion)).reverse());
    while (list.children.length > most) list.lastElementChild.remove();
  }

  function item(record, motion) {
    const body = h("div", { hidden: true });
    const line = h("button", { type: "button", class: "line " + (motion ?? ""), "aria-expanded": "false", onclick: toggle },
      h("span", { class: "place" }, h("span", { class: "muted" }, record.partition + " · "), h("b", null, String(record.offset))),
      h("span", { class: "when", title: time(record.timestamp) }, shortTime(record.timestamp)),
      h("span", { class: "value" }, record.key ? h("span", { class: "key", title: "key" }, visible(record.key.text)) : null,
        valueLine(record.value)));
    return h("li", { "data-offset": record.offset, "data-partition": record.partition }, line, body);

    function toggle() {
      const open = body.hidden;
      body.hidden = !open;
      line.setAttribute("aria-expanded", String(open));
      body.replaceChildren(...(open ? [recordDetail(options.topicOf?.(record) ?? topic, record)] : []));
    }
  }
}

function valueLine(value) {
  if (value === null) return h("span", { class: "muted" }, "no value");
  return [
    jsonLine(value.text),
    value.hex ? h("span", { class: "badge" }, "not UTF-8") : null,
    value.cut ? h("span", { class: "muted" }, " … " + bytes(value.size)) : null,
  ];
}

function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.classList.contains("line")) return;
  const lines = [...event.currentTarget.querySelectorAll(".line")];
  const next = lines[lines.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
