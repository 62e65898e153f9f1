// The records of a topic: what is asked for, and either pages of it or what comes in.

import { h } from "./dom.js";
import { word } from "./words.js";
import { recordPages } from "./record-pages.js";
import { recordTail } from "./record-tail.js";

const TIME = "time:";
const OFFSET = "offset:";

/** Answers the element, a function that takes the topic's partitions, and one that ends what runs. */
export function recordBrowser(topic, params) {
  const results = h("div");
  const partition = h("select", { onchange: ask }, h("option", { value: "" }, "all"));
  const from = h("select", { onchange: () => { offerValue(); if (isComplete()) ask(); } },
    option("beginning", "the beginning"), option("end", "the end"), option(OFFSET, "an offset"), option(TIME, "a time"));
  const value = h("input", { hidden: true, onchange: ask });
  const valueLabel = h("label", { hidden: true }, h("span"), value);
  const filter = h("input", { type: "search", placeholder: "words, or field=value", autocomplete: "off", spellcheck: "false" });
  const uncommitted = h("input", { type: "checkbox", onchange: ask });
  const follow = h("button", { type: "button", "aria-pressed": "false", onclick: () => { pressed(!isLive()); ask(); } }, "Live");
  let running = { leave() {} };

  const form = h("form", { class: "toolbar", role: "search", "aria-label": "Records", onsubmit: (event) => { event.preventDefault(); ask(); } },
    h("label", null, "Partition", partition), h("label", null, "From", from), valueLabel,
    h("label", { class: "wide" }, "Filter", filter),
    h("button", { type: "submit" }, "Show"), follow,
    h("label", { class: "inline" }, uncommitted, "also uncommitted"));
  const element = h("section", { "aria-labelledby": "records" },
    h("h2", { id: "records" }, "Records"), form, h("div", { class: "words" }, word("search"), word("committedOnly")), results);

  restore();
  ask();
  return { element, partitions, leave: () => running.leave() };

  function partitions(numbers) {
    const chosen = partition.value;
    partition.replaceChildren(option("", "all"), ...numbers.map((number) => option(String(number), String(number))));
    partition.value = chosen;
  }

  function ask() {
    running.leave();
    const query = chosen();
    remember(query);
    running = isLive() ? recordTail(topic, query) : recordPages(topic, query);
    results.replaceChildren(running.element);
  }

  function chosen() {
    const query = new URLSearchParams();
    if (partition.value !== "") query.set("partition", partition.value);
    if (!isLive()) query.set("from", start());
    if (filter.value.trim() !== "") query.set("filter", filter.value.trim());
    if (uncommitted.checked) query.set("uncommitted", "yes");
    return query;
  }

  function start() {
    if (from.value === OFFSET) return OFFSET + (value.value || "0");
    if (from.value === TIME) return TIME + (new Date(value.value).getTime() || 0);
    return from.value;
  }

  function offerValue() {
    const type = from.value === OFFSET ? "number" : "datetime-local";
    const needed = from.value === OFFSET || from.value === TIME;
    if (value.type !== type) value.value = "";
    value.type = type;
    if (type === "number") value.min = "0"; else value.step = "1";
    value.hidden = valueLabel.hidden = !needed;
    valueLabel.firstChild.textContent = from.value === OFFSET ? "Offset" : "Time";
  }

  function isComplete() {
    return value.hidden || value.value !== "";
  }

  function isLive() {
    return follow.getAttribute("aria-pressed") === "true";
  }

  function pressed(on) {
    follow.setAttribute("aria-pressed", String(on));
  }

  // The address says what is shown, so that it can be kept and sent to somebody.
  function remember(query) {
    const address = new URLSearchParams(query);
    if (isLive()) address.set("live", "yes");
    history.replaceState(null, "", "#/topics/" + encodeURIComponent(topic) + "?" + address);
  }

  function restore() {
    const start = params.get("from") ?? "beginning";
    from.value = start.startsWith(OFFSET) ? OFFSET : start.startsWith(TIME) ? TIME : start === "end" ? "end" : "beginning";
    offerValue();
    if (from.value === OFFSET) value.value = start.slice(OFFSET.length);
    if (from.value === TIME) value.value = local(Number(start.slice(TIME.length)));
    const wanted = params.get("partition");
    if (wanted !== null) {
      partition.append(option(wanted, wanted));
      partition.value = wanted;
    }
    filter.value = params.get("filter") ?? "";
    uncommitted.checked = params.has("uncommitted");
    pressed(params.has("live"));
  }
}

function option(value, label) {
  return h("option", { value }, label);
}

function local(millis) {
  const date = new Date(millis - new Date(millis).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 19);
}
