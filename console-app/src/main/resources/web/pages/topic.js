// One topic: its records, its partitions and how it is set up.

import { h } from "../parts/dom.js";
import { get, part } from "../parts/api.js";
import { bytes, count, plural } from "../parts/format.js";
import { failure } from "../parts/failure.js";
import { logPicture } from "../parts/log-picture.js";
import { column, terms, word } from "../parts/words.js";
import { recordBrowser } from "../parts/record-browser.js";

export function topicPage(main, name, params) {
  const facts = h("div");
  let left = false;
  let logs = { leave() {} };
  const details = h("div");
  const browser = recordBrowser(name, params);
  main.append(
    h("div", { class: "head" }, h("h1", { class: "data" }, name)), facts,
    browser.element, details);
  get("topics/" + part(name)).then((topic) => {
    browser.partitions(topic.partitions.map((partition) => partition.partition));
    if (left) return;
    logs = logPicture(topic);
    facts.append(...summary(topic), logs.element);
    details.append(partitions(topic), settings(topic));
  }).catch((problem) => main.replaceChildren(h("h1", { class: "data" }, name), failure(problem)));
  return () => {
    left = true;
    logs.leave();
    browser.leave();
  };
}

function summary(topic) {
  const sum = (pick) => topic.partitions.reduce((all, partition) => all + pick(partition), 0);
  const fact = (label, value) => h("div", null, h("dt", null, label), h("dd", null, value));
  return [
    h("dl", { class: "facts" },
      fact("Partitions", count(topic.partitions.length)),
      fact("Records", count(sum((partition) => partition.end - partition.beginning))),
      fact("Size", bytes(topic.partitions.some((partition) => partition.bytes < 0) ? -1 : sum((partition) => partition.bytes)))),
    terms(["Partition", "partition"], ["Offset", "offset"], ["Group", "group"], ["Lag", "lag"]),
  ];
}

function partitions(topic) {
  return h("section", { "aria-labelledby": "partitions" },
    h("h2", { id: "partitions" }, "Partitions"),
    h("table", { class: "stacks" },
      h("thead", null, h("tr", null,
        column("Partition", null, true), column("Beginning", "beginning", true), column("End", "end", true),
        column("Size", "size", true), column("Leader", "leader", true), column("Copies in step", null, true))),
      h("tbody", null, topic.partitions.map((partition) => h("tr", null,
        h("td", { class: "number", "data-label": "Partition" }, String(partition.partition)),
        h("td", { class: "number", "data-label": "Beginning" }, count(partition.beginning)),
        h("td", { class: "number", "data-label": "End" }, count(partition.end)),
        h("td", { class: "number", "data-label": "Size" }, bytes(partition.bytes)),
        h("td", { class: "number", "data-label": "Leader" }, partition.leader < 0 ? h("b", { class: "bad" }, "none") : String(partition.leader)),
        h("td", { class: "number", "data-label": "Copies in step" }, partition.inSync.length + " of " + partition.replicas.length))))));
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
