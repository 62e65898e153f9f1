// The audit's verdict, large. It is asked for, never waited for: an audit of much takes its time.

import { h } from "./dom.js";
import { get } from "./api.js";
import { clockTime, count, duration } from "./format.js";
import { word } from "./words.js";

const WHILE_IT_RUNS = 1_000;
const ELSE = 5_000;

/** Answers the element and how to leave. */
export function auditVerdict() {
  const said = h("p", { role: "status", class: "muted" }, "The first count is under way…");
  const figures = h("dl", { class: "verdict" });
  const findings = h("ul", { class: "findings" });
  const element = h("section", { "aria-labelledby": "audit" }, h("h2", { id: "audit" }, "The audit"), word("audit"), figures, said, findings);
  let left = false;
  let timer = 0;
  let shown = 0;
  ask();
  return { element, leave() { left = true; clearTimeout(timer); } };

  async function ask() {
    let pause = ELSE;
    try {
      if (document.visibilityState === "hidden") return; // An audit for nobody would cost as much.
      const answer = await get("audit");
      if (answer.running) pause = WHILE_IT_RUNS;
      if (!left) show(answer);
    } catch (problem) {
      if (!left) said.textContent = problem.message;
    } finally {
      if (!left) timer = setTimeout(ask, pause);
    }
  }

  function show({ running, verdict, failure }) {
    if (verdict !== null && verdict.asOf !== shown) draw(verdict);
    if (failure !== null && !running) said.textContent = "The audit came to no verdict: " + failure;
  }

  function draw({ asOf, tookMillis, report }) {
    shown = asOf;
    figures.replaceChildren(figure("records", report.records, false), figure("lost", report.lost), figure("doubled", report.doubled), figure("out of order", report.outOfOrder));
    said.textContent = `As of ${clockTime(asOf)}: ${sentence(report.verdict)}. The count took ${duration(tookMillis)}.`;
    findings.replaceChildren(...report.findings.map((finding) => h("li", { class: "bad" }, finding.text)));
  }
}

// Its first half is what the figures say.
function sentence(verdict) {
  return verdict.slice(verdict.indexOf(": ") + 2);
}

function figure(label, value, fault = true) {
  return h("div", null, h("dd", { class: fault && value > 0 ? "bad" : fault ? "good" : "" }, count(value)), h("dt", null, label));
}
