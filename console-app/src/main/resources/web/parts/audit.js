// The audit's verdict, large.

import { h } from "./dom.js";
import { get } from "./api.js";
import { count, time } from "./format.js";
import { word } from "./words.js";

const PERIOD = 20_000;

/** Answers the element and how to leave. */
export function auditVerdict() {
  const said = h("p", { role: "status", class: "muted" }, "Counting…");
  const figures = h("dl", { class: "verdict" });
  const findings = h("ul", { class: "findings" });
  const element = h("section", { "aria-labelledby": "audit" }, h("h2", { id: "audit" }, "The audit"), word("audit"), figures, said, findings);
  let left = false;
  let timer = 0;
  ask();
  return { element, leave() { left = true; clearTimeout(timer); } };

  async function ask() {
    try {
      const { at, report } = await get("audit");
      if (!left) show(report, at);
    } catch (problem) {
      if (!left) said.textContent = problem.message;
    }
    if (!left) timer = setTimeout(ask, PERIOD);
  }

  function show(report, at) {
    figures.replaceChildren(figure("records", report.records, false), figure("lost", report.lost), figure("doubled", report.doubled), figure("out of order", report.outOfOrder));
    said.textContent = report.verdict + ", counted at " + time(at).slice(11, 19);
    findings.replaceChildren(...report.findings.map((finding) => h("li", { class: "bad" }, finding.text)));
  }
}

function figure(label, value, fault = true) {
  return h("div", null, h("dd", { class: fault && value > 0 ? "bad" : fault ? "good" : "" }, count(value)), h("dt", null, label));
}
