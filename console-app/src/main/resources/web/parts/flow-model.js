// What the picture of the pipeline shows, made of what the transformer tells.

import { count, duration, plural, rate } from "./format.js";

/** Boxes with lines of text; keys name the texts that change. */
export function flowModel(picture) {
  const plan = picture.plan;
  const last = picture.history.at(-1) ?? { sent: 0, read: 0, emitted: 0, lag: 0 };
  const inputs = [...new Set(plan.inputs.flatMap((input) => input.reads))];
  return {
    name: plan.name,
    group: plan.inputs[0]?.group ?? "",
    producers: { detail: rate(last.sent), moves: last.sent > 0 },
    inputs: inputs.map((name) => ({ name, kind: "topic", detail: inputs.length === 1 ? "lag " + count(last.lag) : "" })),
    steps: steps(plan.filters, 0),
    read: { detail: rate(last.read), moves: last.read > 0 },
    outputs: plan.outputs.map((output) => ({
      name: output.kind === "other" ? output.name.replace(/^output-|-\d+$/g, "") : output.name,
      kind: output.kind, takes: takes(output.conditions ?? []), detail: plural(output.events, "event"), moves: last.emitted > 0,
    })),
    deadLetters: { name: picture.health?.deadLetterTopic ?? "", takes: "what could not be worked on", detail: plural(plan.counts.deadLetters, "record"), some: plan.counts.deadLetters > 0 },
    ended: ended(plan.counts),
  };
}

function steps(filters, depth) {
  return filters.flatMap((step) => step.kind === "filter"
    ? [{ depth, label: step.name, options: step.options ?? "", place: step.place, counts: counts(step), time: step.in === 0 ? "" : duration(step.nanos / 1e6) }]
    : step.arms.filter((arm) => arm.kind !== "none").flatMap((arm, index) => [
      { depth, branch: true, label: describe(arm, index), options: "", place: arm.place, counts: count(arm.in), time: "" },
      ...steps(arm.steps, depth + 1)]));
}

// Which events an output takes, as the pipeline's file says it.
function takes(conditions) {
  if (conditions.length === 0) return "all events";
  const grouped = conditions.length === 1 ? conditions : conditions.map((one) => /\s(or|xor|nand)\s/.test(one) && !one.startsWith("not (") ? `(${one})` : one);
  return "if " + grouped.join(" and ");
}

function describe(arm, index) {
  if (arm.kind === "else") return "else";
  return (index === 0 ? "if " : "else if ") + arm.condition.replace(/\s+/g, " ");
}

function counts(filter) {
  return filter.in === filter.out ? count(filter.in) : count(filter.in) + " → " + count(filter.out);
}

function ended(counts) {
  const parts = [];
  if (counts.dropped > 0) parts.push(plural(counts.dropped, "event") + " dropped");
  if (counts.notSelected > 0) parts.push(plural(counts.notSelected, "event") + " for no output");
  return parts.join(", ");
}

