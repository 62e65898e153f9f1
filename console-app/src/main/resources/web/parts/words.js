// A learner's words, which stand beside what they explain and can be switched off.

import { h } from "./dom.js";

const KEY = "kstash.words";

const WORDS = {
  topic: "A topic is a named log. Records are added at its end and stay there, whether somebody reads them or not.",
  partition: "A topic is cut into partitions. Each is a log of its own, so that several readers can share the work. Order holds within a partition.",
  offset: "The number of a record in its partition: 0, 1, 2 … It never changes. A number that is missing was a mark of a transaction, or was cleaned up.",
  key: "Records with the same key go to the same partition, so they keep their order. There need not be one.",
  value: "What was sent. Kafka does not look inside.",
  headers: "Notes beside the value. kstash writes there which record this one was made of.",
  timestamp: "When the record was made, as its producer says.",
  appendTime: "When the broker added the record.",
  group: "A group is a team of readers. Its members share the partitions of a topic, and Kafka remembers how far the team is. Another group reads the same records again, for itself.",
  member: "One reader of the group. A partition is read by one member at a time.",
  committed: "The offset at which the group goes on if it starts again.",
  end: "The offset that the next record gets.",
  lag: "How many records wait: end minus committed. It grows while a reader is slow or stopped, and falls as it catches up.",
  logs: "Each line is a partition, from its oldest record to its newest. Under it stands how far each group has read.",
  records: "Offsets in use. In a topic with transactions their marks count, too.",
  size: "On disk, compressed.",
  setup: "What differs from the broker's defaults.",
  leader: "The broker that serves this partition. The others have copies.",
  beginning: "The oldest record that there still is. Kafka deletes old ones after a while.",
  committedOnly: "Records of a transaction become visible together, when it ends. What an aborted one wrote is left out, unless you ask for it.",
  pipeline: "The transformer reads records, takes each through the filters of the pipeline file, and writes what comes out, with how far it read, in one transaction: all of it or nothing.",
  latency: "From the time in a record until what was made of it is committed, so that others can read it. Half of the records are quicker than p50, 99 of 100 quicker than p99.",
  rates: "Records a second that come into the topic, and that the transformer reads.",
  deadLetter: "A record that could not be worked on. Nothing is lost: it is kept here as it was, with what went wrong and where.",
  audit: "Every record that was read is looked for in every output, by a process that did none of the work.",
  way: "What each filter made of this record. The same plan runs here as in the transformer; nothing is sent anywhere.",
  wentTo: "Records that say of themselves that they were made of this one.",
  search: "Words look anywhere in key, value and headers; user.name=ann looks at one field. All of them have to fit.",
};

/** The words on something, as an element. */
export function word(name, tag = "p") {
  return h(tag, { class: "word" }, WORDS[name]);
}

/** What several things on a page mean, side by side. */
export function terms(...names) {
  return h("dl", { class: "terms word" }, names.map(([label, name]) => h("div", null, h("dt", null, label), h("dd", null, WORDS[name]))));
}

/** A heading of a table's column with its words. */
export function column(label, name, number = false) {
  return h("th", { scope: "col", class: number ? "number" : null }, label, name ? word(name, "small") : null);
}

/** Makes a button switch the words on and off, now and at the next visit. */
export function switchWords(button) {
  const show = (on) => {
    document.documentElement.classList.toggle("without-words", !on);
    button.setAttribute("aria-pressed", String(on));
  };
  show(recall() !== "off");
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    show(on);
    remember(on ? "on" : "off");
  });
}

// A browser may forbid storage; then the choice holds for this visit.
function recall() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch { /* see above */ }
}
