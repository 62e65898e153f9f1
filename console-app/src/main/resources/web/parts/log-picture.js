// A topic's partitions as logs, and how far each group has read them.

import { h, say } from "./dom.js";
import { count } from "./format.js";
import { word } from "./words.js";

const MOST_PARTITIONS = 32;
const MOST_AT_ONCE = 3;

/** Answers an element and how to show a picture of the topic in it; of many partitions there is none, but the page's table. */
export function logPicture(topic) {
  if (topic.partitions.length > MOST_PARTITIONS) return { element: h("div"), show() {} };
  const logs = topic.partitions.map(partitionLog);
  const nobody = h("p", { class: "muted", hidden: true }, "No group reads this topic.");
  const element = h("section", { "aria-labelledby": "logs" },
    h("details", { open: logs.length <= MOST_AT_ONCE },
      h("summary", null, h("h2", { id: "logs" }, "Who has read how far")), word("logs"),
      h("div", { class: "logs" }, logs.map((log) => log.element)), nobody));
  return { element, show };

  function show(picture) {
    logs.forEach((log, index) => log.show(picture.topic.partitions[index], picture.readers));
    nobody.hidden = picture.readers.length > 0;
  }
}

function partitionLog({ partition }) {
  const first = h("span", { class: "number" });
  const last = h("span", { class: "number" });
  const lanes = new Map();
  const element = h("div", { class: "log" },
    h("span", { class: "who" }, "Partition " + partition),
    h("span", { class: "cells" }, first, last), h("span"));
  return { element, show };

  function show({ beginning, end }, readers) {
    say(first, count(beginning));
    say(last, count(end));
    for (const { group, committed } of readers.filter((reader) => reader.partition === partition)) {
      if (!lanes.has(group)) lanes.set(group, lane(element, group));
      lanes.get(group)((committed - beginning) / Math.max(1, end - beginning), Math.max(0, end - committed));
    }
  }
}

function lane(log, group) {
  const read = h("i");
  const lag = h("span", { class: "number" });
  log.append(h("a", { class: "who data", href: "#/groups" }, group), h("span", { class: "bar" }, read), lag);
  return (share, waiting) => {
    read.style.setProperty("width", (100 * Math.min(1, Math.max(0, share))).toFixed(1) + "%");
    say(lag, "lag " + count(waiting));
    lag.classList.toggle("some", waiting > 0);
  };
}
