// Pages of records, forward and backward. A search says how far it looked, and goes on if it is told to.

import { h } from "./dom.js";
import { get, part } from "./api.js";
import { plural } from "./format.js";
import { failure } from "./failure.js";
import { recordList } from "./record-list.js";

/** Answers the element and how to leave; query is a URLSearchParams with "from". */
export function recordPages(topic, query) {
  const list = recordList(topic);
  const said = h("p", { role: "status" });
  const previous = h("button", { type: "button", onclick: () => turn(page.start, "back") }, "Previous");
  const next = h("button", { type: "button", onclick: () => turn(page.end, "forward") }, "Next");
  const pager = h("nav", { class: "pager", "aria-label": "Pages of records" }, previous, next, said);
  const element = h("div", null, list.element, pager);
  let page = null;
  let left = false;
  load(query);
  return { element, leave() { left = true; } };

  function turn(cursor, direction) {
    const wanted = new URLSearchParams(query);
    wanted.set("from", "at:" + cursor);
    wanted.set("direction", direction);
    load(wanted);
  }

  async function load(wanted) {
    previous.disabled = next.disabled = true;
    said.textContent = "Reading…";
    try {
      const found = await get("topics/" + part(topic) + "/records?" + wanted);
      if (!left) show(found);
    } catch (problem) {
      if (!left) element.replaceChildren(failure(problem));
    }
  }

  function show(found) {
    page = found;
    list.show(found.records);
    previous.disabled = !found.previous;
    next.disabled = !found.next;
    const searched = query.has("filter");
    next.textContent = searched && found.stopped === "limit" ? "Look further" : "Next";
    said.textContent = describe(found, searched);
  }
}

function describe(page, searched) {
  const found = page.records.length;
  if (!searched) return found === 0 ? "There are no records here." : plural(found, "record");
  const looked = `${plural(found, "record")} found, ${plural(page.looked, "record")} looked at`;
  return page.stopped === "limit" ? looked + ": more are there, and take longer" : looked;
}
