// Says of which moment the numbers of a page are: all of them were asked for together.

import { h, say } from "./dom.js";
import { clockTime } from "./format.js";

/** Answers an element, and a function that takes the time in milliseconds. */
export function asOf() {
  const element = h("span", { class: "as-of muted number" });
  return { element, show: (millis) => say(element, "as of " + clockTime(millis)) };
}
