// Says what went wrong, where the thing would be.

import { h } from "./dom.js";

/** A note with the message of an error, or a text. */
export function failure(problem) {
  return h("p", { class: "note failure", role: "alert" }, problem instanceof Error ? problem.message : problem);
}
