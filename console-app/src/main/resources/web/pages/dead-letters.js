// Dead letters by what was wrong with them.

import { h } from "../parts/dom.js";
import { get, part } from "../parts/api.js";
import { count, plural, time } from "../parts/format.js";
import { failure } from "../parts/failure.js";
import { recordList } from "../parts/record-list.js";
import { visible } from "../parts/visible.js";
import { word } from "../parts/words.js";

export function deadLettersPage(main) {
  const list = h("div");
  main.append(h("div", { class: "head" }, h("h1", null, "Dead letters")), word("deadLetter"), list);
  get("dead-letters")
    .then((topics) => list.append(...(topics.length > 0 ? topics.map(section) : [none("There is no topic for dead letters: no pipeline has run on this Kafka.")])))
    .catch((problem) => list.append(failure(problem)));
}

function none(text) {
  return h("p", { class: "note" }, text);
}

function section(topic) {
  return h("section", { "aria-label": topic.topic },
    h("div", { class: "head" }, h("h2", { class: "data" }, h("a", { href: "#/topics/" + part(topic.topic) }, topic.topic)),
      h("span", { class: "muted" }, topic.all ? plural(topic.looked, "record") : "the last " + plural(topic.looked, "record"))),
    topic.problems.length === 0 ? none("Nothing went wrong.") : topic.problems.map((problem) => letters(topic.topic, problem)));
}

function letters(topic, problem) {
  const records = recordList(topic);
  records.show(problem.examples);
  return h("div", { class: "problem" },
    h("div", { class: "head" }, h("span", { class: "count" }, count(problem.count)), h("h3", null, visible(problem.reason || "no reason is given"))),
    h("p", { class: "muted" }, visible(problem.stage), problem.place ? [" at ", h("code", null, visible(problem.place))] : null, ", last at " + time(problem.latest)),
    records.element,
    problem.count > problem.examples.length ? h("p", { class: "muted" }, `The newest ${problem.examples.length} are shown.`) : null);
}
