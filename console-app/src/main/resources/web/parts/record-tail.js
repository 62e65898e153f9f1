// What comes into a topic, as it comes. The page holds some hundred lines and says what it left out.

import { h } from "./dom.js";
import { live, part } from "./api.js";
import { count, plural } from "./format.js";
import { recordList } from "./record-list.js";

const MOST = 200;

/** Answers the element and how to leave. */
export function recordTail(topic, query) {
  const list = recordList(topic);
  const said = h("p", { role: "status", class: "muted" }, "Connecting…");
  const pause = h("button", { type: "button", "aria-pressed": "false", onclick: toggle }, "Pause");
  const element = h("div", null, h("div", { class: "pager" }, pause, said), list.element);
  const seen = { shown: 0, skipped: 0, whilePaused: 0 };
  let waiting = [];
  const stop = live("topics/" + part(topic) + "/records?" + query, {
    ready: () => tell(),
    records: take,
    failure: (message) => { said.textContent = message; stop(); },
    lost: () => { said.textContent = "The connection broke; trying again…"; },
  }, { alsoHidden: true });
  return { element, leave: stop };

  function take(batch) {
    if (isPaused()) {
      seen.whilePaused += batch.records.length + batch.skipped;
      tell();
      return;
    }
    seen.skipped += batch.skipped;
    if (waiting.length === 0) requestAnimationFrame(draw);
    waiting.push(...batch.records);
  }

  function draw() {
    seen.shown += waiting.length;
    list.prepend(waiting.slice(-MOST), MOST);
    waiting = [];
    tell();
  }

  function toggle() {
    pause.setAttribute("aria-pressed", String(!isPaused()));
    if (!isPaused()) {
      seen.skipped += seen.whilePaused;
      seen.whilePaused = 0;
    }
    tell();
  }

  function isPaused() {
    return pause.getAttribute("aria-pressed") === "true";
  }

  function tell() {
    const all = seen.shown + seen.skipped + seen.whilePaused;
    const text = all === 0 ? "Waiting for records, newest first"
      : `${plural(all, "record")} came in` + (seen.skipped > 0 ? `, ${count(seen.skipped)} of them left out` : "");
    said.textContent = isPaused() ? `Paused; ${plural(seen.whilePaused, "record")} since` : text;
  }
}
