// The pipeline as it runs: the audit's verdict, the picture, and plots of the last minutes.

import { h, say } from "../parts/dom.js";
import { get, live } from "../parts/api.js";
import { clockTime, count, duration, rate } from "../parts/format.js";
import { auditVerdict } from "../parts/audit.js";
import { failure } from "../parts/failure.js";
import { flowModel } from "../parts/flow-model.js";
import { flowPicture } from "../parts/flow-picture.js";
import { plot } from "../parts/plot.js";
import { word } from "../parts/words.js";

const STATES = { ready: "running", starting: "starting", stopping: "stopping", failed: "has failed", away: "does not answer" };

export function pipelinePage(main) {
  const state = h("span", { class: "state" });
  const problem = h("div");
  const frame = h("div", { class: "flow-frame" });
  const flow = flowPicture();
  const plots = [
    plot("Rate, in records a second", [{ label: "coming in", of: (point) => point.sent }, { label: "being read", of: (point) => point.read, main: true }], rate, word("rates")),
    plot("Lag, in records", [{ label: "waiting", of: (point) => point.lag, waits: true }], (value) => count(Math.round(value)), word("lag")),
    plot("Latency, from sent to readable", [{ label: "p99", of: (point) => point.p99 }, { label: "p50", of: (point) => point.p50, main: true }], duration, word("latency")),
  ];
  const verdict = h("div");
  const counted = h("p", { class: "as-of muted number" });
  const body = h("div", null, verdict,
    h("section", { "aria-labelledby": "flow" }, h("h2", { id: "flow" }, "What flows"), counted, frame),
    h("section", { "aria-labelledby": "minutes" }, h("h2", { id: "minutes" }, "The last five minutes"), h("div", { class: "plots" }, plots.map((one) => one.element))));
  main.append(h("div", { class: "head" }, h("h1", null, "Pipeline"), state), word("pipeline"), problem, body);
  frame.append(flow.element);

  let last = null;
  let audit = { leave() {} };
  let left = false;
  const resized = new ResizeObserver(() => last && draw(last));
  resized.observe(frame);
  get("about").then((about) => {
    if (!about.pipeline || left) return;
    audit = auditVerdict();
    verdict.append(audit.element);
  }).catch((failed) => problem.replaceChildren(failure(failed)));
  const stop = live("pipeline", {
    state: ({ picture }) => show(picture),
    failure: (message) => problem.replaceChildren(failure(message)),
    lost: () => problem.replaceChildren(failure("The console does not answer: is it still running?")),
  });
  return () => {
    left = true;
    stop();
    audit.leave();
    resized.disconnect();
  };

  function show(picture) {
    problem.replaceChildren();
    body.hidden = picture.plan === null && picture.status !== "starting";
    if (picture.plan === null) {
      problem.replaceChildren(nothing(picture.status));
      return;
    }
    const instances = picture.health?.instances ?? 1;
    state.textContent = (instances > 1 ? instances + " transformers " : "") + (STATES[picture.status] ?? picture.status);
    state.className = "state " + (picture.status === "ready" ? "fine" : picture.status === "away" || picture.status === "failed" ? "wrong" : "");
    say(counted, moment(picture));
    last = picture;
    draw(picture);
    plots.forEach((one) => one.show(picture.history));
  }

  function draw(picture) {
    if (frame.clientWidth > 0) flow.show(flowModel(picture), frame.clientWidth);
  }
}

// The transformer counts for itself, from its start on; the audit counts all that there is in the topics.
function moment({ status, asOf, plan }) {
  const since = plan.since === undefined ? "" : `; the transformer counts since its start at ${clockTime(plan.since)}`;
  return (status === "away" ? "The transformer's counts are as of " : "As of ") + clockTime(asOf) + since + ".";
}

function nothing(status) {
  return status === "none"
    ? h("p", { class: "note" }, "This console knows no transformer. Start it with --transformer and the address that a transformer serves with --http-port; scripts/up does so.")
    : h("p", { class: "note" }, "The transformer does not answer yet.");
}
