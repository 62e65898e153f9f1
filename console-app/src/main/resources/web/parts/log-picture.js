// A topic's partitions as logs, and how far each group has read them.

import { h, say } from "./dom.js";
import { live } from "./api.js";
import { count } from "./format.js";
import { word } from "./words.js";

const MOST_PARTITIONS = 32;
const MOST_AT_ONCE = 3;

/** Answers an element for a topic's details, and how to leave; of many partitions there is no picture, but the page's table. */
export function logPicture(topic) {
  if (topic.partitions.length > MOST_PARTITIONS) return { element: h("div"), leave() {} };
  const logs = topic.partitions.map(partitionLog);
  const nobody = h("p", { class: "muted", hidden: true }, "No group reads this topic.");
  const element = h("section", { "aria-labelledby": "logs" },
    h("details", { open: logs.length <= MOST_AT_ONCE },
      h("summary", null, h("h2", { id: "logs" }, "Who has read how far")), word("logs"),
      h("div", { class: "logs" }, logs.map((log) => log.element)), nobody));
  const leave = live("groups", {
    state: (groups) => {
      logs.forEach((log) => log.show(readers(groups, topic.name, log.partition)));
      nobody.hidden = logs.some((log) => log.isRead());
    },
    failure: () => {}, // The records below say it.
  });
  return { element, leave };
}

function readers(groups, topic, partition) {
  return groups.flatMap((group) => group.partitions
    .filter((progress) => progress.topic === topic && progress.partition === partition && progress.committed !== null)
    .map((progress) => ({ group: group.name, ...progress })));
}

function partitionLog({ partition, beginning, end }) {
  const last = h("span", { class: "number" }, count(end));
  const lanes = new Map();
  const element = h("div", { class: "log" },
    h("span", { class: "who" }, "Partition " + partition),
    h("span", { class: "cells" }, h("span", { class: "number" }, count(beginning)), last), h("span"));
  return { element, partition, show, isRead: () => lanes.size > 0 };

  function show(progresses) {
    for (const progress of progresses) {
      if (!lanes.has(progress.group)) lanes.set(progress.group, lane(element, progress.group));
      say(last, count(progress.end));
      lanes.get(progress.group)((progress.committed - beginning) / Math.max(1, progress.end - beginning), progress.lag);
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
