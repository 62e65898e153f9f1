// A learner's words, which stand beside what they explain and can be switched off.

import { h } from "./dom.js";

const KEY = "kstash.words";

const WORDS = {
  topic: "A topic is a named stream of records. They are added at its end and stay there, whether somebody reads them or not.",
  partition: "A topic is cut into partitions. Each is a list of its own that only grows at its end, so that several readers can share the work. Order holds within a partition.",
  offset: "The number of a record in its partition: 0, 1, 2 … It never changes. Gaps are normal: Kafka needs some numbers for itself, and deletes old records.",
  key: "Records with the same key go to the same partition, so they keep their order. A key is optional.",
  value: "What was sent. Kafka does not look inside; this page shows JSON as fields.",
  headers: "Notes beside the value. The producer of kstash numbers its records there: run, producer, number. The transformer notes of which record this one was made.",
  timestamp: "When the record was made, as its producer says.",
  appendTime: "When the broker added the record.",
  group: "A group is a team of readers. Its members share the partitions of a topic, and Kafka remembers how far the team is. Another group reads the same records again, for itself.",
  member: "One reader of the group. A partition is read by one member at a time.",
  committed: "The offset that the group has saved. There it goes on if it starts again.",
  end: "The offset that the next record gets.",
  lag: "About how many records the group has still to do: the next free offset minus the one that the group has saved. It grows while a reader is slow or stopped, and falls as it catches up.",
  logs: "Each line is a partition, from its oldest offset to the next free one. The bar under it ends at the offset that a group has saved.",
  records: "Offsets in use. In a topic with transactions their marks count, too.",
  size: "On disk, compressed.",
  setup: "What differs from the broker's defaults.",
  leader: "The broker that serves this partition. The others have copies.",
  beginning: "The oldest record that there still is. Kafka deletes old ones after a while.",
  committedOnly: "“Also uncommitted” shows records of transactions that have not ended, or that were given up. Other readers do not see those.",
  pipeline: "The transformer reads records, takes each through the filters of the pipeline file, and saves what comes out together with its place in the input: both or neither.",
  latency: "From a record's time until others can read what was made of it. Half of the records are quicker than p50, 99 of 100 quicker than p99.",
  rates: "Records a second that come into the topic, and that the transformer reads.",
  deadLetter: "A record that could not be worked on. It is kept here as it was, with what went wrong and where.",
  audit: "A process that did none of the work checks that each record is where the pipeline file sends it: in its outputs, dropped on purpose, or a dead letter. In flight is what is being worked on right now.",
  way: "What each filter made of this record. The same plan runs here as in the transformer; nothing is sent anywhere.",
  wentTo: "Records that say of themselves that they were made of this one.",
  search: "Words are looked for in key, value and headers; user.name=ann looks at one field. A record must match all of them.",
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

/** Makes a button switch the words on and off, now and at the next visit; it says which of both it does. */
export function switchWords(button) {
  let on = recall() !== "off";
  const show = () => {
    document.documentElement.classList.toggle("without-words", !on);
    button.textContent = on ? "Hide explanations" : "Show explanations";
  };
  show();
  button.addEventListener("click", () => {
    on = !on;
    show();
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
