// One topic: its records, its partitions and how it is set up.

import { h, say } from "../parts/dom.js";
import { part, poll } from "../parts/api.js";
import { bytes, count, plural } from "../parts/format.js";
import { asOf } from "../parts/as-of.js";
import { failure } from "../parts/failure.js";
import { logPicture } from "../parts/log-picture.js";
import { column, terms, word } from "../parts/words.js";
import { recordBrowser } from "../parts/record-browser.js";

const PERIOD = 2_000;

export function topicPage(main, name, params) {
  const facts = h("div");
  const details = h("div");
  const problem = h("div");
  const moment = asOf();
  const browser = recordBrowser(name, params);
  let shown = null;
  main.append(
    h("div", { class: "head" }, h("h1", { class: "data" }, name), moment.element), problem, facts,
    browser.element, details);
  const stop = poll("topics/" + part(name), PERIOD, ({ asOf, picture }) => {
    problem.replaceChildren();
    shown ??= draw(picture.topic);
    shown.forEach((one) => one.show(picture));
    moment.show(asOf);
  }, (failed) => shown === null
    ? main.replaceChildren(h("h1", { class: "data" }, name), failure(failed))
    : problem.replaceChildren(failure(failed)));
  return () => {
    stop();
    browser.leave();
  };

  function draw(topic) {
    const parts = [summary(), logPicture(topic), partitions()];
    browser.partitions(topic.partitions.map((partition) => partition.partition));
    facts.append(parts[0].element, terms(["Partition", "partition"], ["Offset", "offset"], ["Group", "group"], ["Lag", "lag"]), parts[1].element);
    details.append(parts[2].element, settings(topic));
    return parts;
  }
}

// The parts that move: each answers its element and how to show a picture of the topic.

function summary() {
  const values = ["Partitions", "Records", "Size"].map((label) => ({ label, value: h("dd") }));
  const element = h("dl", { class: "facts" }, values.map(({ label, value }) => h("div", null, h("dt", null, label), value)));
  return { element, show };

  function show({ topic: { partitions } }) {
    const sum = (pick) => partitions.reduce((all, partition) => all + pick(partition), 0);
    const texts = [count(partitions.length), count(sum((partition) => partition.end - partition.beginning)),
      bytes(partitions.some((partition) => partition.bytes < 0) ? -1 : sum((partition) => partition.bytes))];
    values.forEach(({ value }, index) => say(value, texts[index]));
  }
}

function partitions() {
  const body = h("tbody");
  const element = h("section", { "aria-labelledby": "partitions" },
    h("h2", { id: "partitions" }, "Partitions"),
    h("table", { class: "stacks" },
      h("thead", null, h("tr", null,
        column("Partition", null, true), column("Beginning", "beginning", true), column("End", "end", true),
        column("Size", "size", true), column("Leader", "leader", true), column("Copies in step", null, true))),
      body));
  return { element, show: ({ topic }) => body.replaceChildren(...topic.partitions.map(partitionRow)) };
}

function partitionRow(partition) {
  return h("tr", null,
    h("td", { class: "number", "data-label": "Partition" }, String(partition.partition)),
    h("td", { class: "number", "data-label": "Beginning" }, count(partition.beginning)),
    h("td", { class: "number", "data-label": "End" }, count(partition.end)),
    h("td", { class: "number", "data-label": "Size" }, bytes(partition.bytes)),
    h("td", { class: "number", "data-label": "Leader" }, partition.leader < 0 ? h("b", { class: "bad" }, "none") : String(partition.leader)),
    h("td", { class: "number", "data-label": "Copies in step" }, partition.inSync.length + " of " + partition.replicas.length));
}

function settings(topic) {
  const changed = topic.settings.filter((setting) => setting.changed);
  const others = topic.settings.filter((setting) => !setting.changed);
  return h("section", { "aria-labelledby": "settings" },
    h("h2", { id: "settings" }, "Set up"), word("setup"),
    changed.length === 0 ? h("p", { class: "muted" }, "As the broker's defaults say.") : list(changed),
    others.length === 0 ? null : h("details", null, h("summary", null, plural(others.length, "default")), list(others)));
}

function list(settings) {
  return h("dl", { class: "headers" }, settings.map(({ name, value }) => h("div", null, h("dt", null, name), h("dd", null, value))));
}
