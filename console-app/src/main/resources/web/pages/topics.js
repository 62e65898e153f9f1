// All topics, as they grow.

import { h } from "../parts/dom.js";
import { live, part } from "../parts/api.js";
import { bytes, count } from "../parts/format.js";
import { asOf } from "../parts/as-of.js";
import { failure } from "../parts/failure.js";
import { column, terms, word } from "../parts/words.js";

export function topicsPage(main) {
  const body = h("tbody");
  const problem = h("div");
  const internal = h("input", { type: "checkbox", onchange: () => draw(last) });
  const moment = asOf();
  let last = [];
  main.append(
    h("div", { class: "head" }, h("h1", null, "Topics"), moment.element), word("topic"),
    terms(["Partitions", "partition"], ["Records", "records"], ["Size", "size"], ["Set up", "setup"]), problem,
    h("table", { class: "stacks" },
      h("thead", null, h("tr", null,
        column("Topic"), column("Partitions", null, true), column("Records", null, true),
        column("Size", null, true), column("Set up"))),
      body),
    h("div", { class: "toolbar" }, h("label", { class: "inline" }, internal, "Kafka's own topics, too")));

  function draw(topics) {
    last = topics;
    const chosen = topics.filter((topic) => internal.checked || !topic.internal);
    body.replaceChildren(...chosen.map(row));
    if (chosen.length === 0) {
      body.append(h("tr", null, h("td", { colspan: 5, class: "muted" }, "There is no topic yet.")));
    }
  }
  return live("topics", {
    state: ({ asOf, picture }) => {
      problem.replaceChildren();
      moment.show(asOf);
      redraw(picture);
    },
    failure: (message) => problem.replaceChildren(failure(message)),
    lost: () => problem.replaceChildren(failure("The console does not answer: is it still running?")),
  });

  // A row that has the focus must not be replaced by the same row.
  function redraw(topics) {
    if (JSON.stringify(topics) === JSON.stringify(last)) return;
    const focused = document.activeElement?.getAttribute("href");
    draw(topics);
    if (focused) body.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
}

function row(topic) {
  return h("tr", null,
    h("td", { class: "data" }, h("a", { href: "#/topics/" + part(topic.name) }, topic.name)),
    h("td", { class: "number", "data-label": "Partitions" }, count(topic.partitions)),
    h("td", { class: "number", "data-label": "Records" }, count(topic.records)),
    h("td", { class: "number", "data-label": "Size" }, bytes(topic.bytes)),
    h("td", null, h("div", { class: "chips" }, topic.changedSettings.map(({ name, value }) => h("span", { class: "chip" }, name + "=" + value)))));
}
