// Consumer groups and their lag, moving.

import { h } from "../parts/dom.js";
import { live, part } from "../parts/api.js";
import { count, plural } from "../parts/format.js";
import { asOf } from "../parts/as-of.js";
import { failure } from "../parts/failure.js";
import { column, terms, word } from "../parts/words.js";

export function groupsPage(main) {
  const list = h("div");
  const problem = h("div");
  const moment = asOf();
  let last = "";
  main.append(h("div", { class: "head" }, h("h1", null, "Groups"), moment.element), word("group"),
    terms(["Committed", "committed"], ["End", "end"], ["Lag", "lag"], ["Member", "member"]), problem, list);
  return live("groups", {
    state: ({ asOf, picture: groups }) => {
      problem.replaceChildren();
      moment.show(asOf);
      const now = JSON.stringify(groups);
      if (now !== last) list.replaceChildren(...(groups.length > 0 ? groups.map(section) : [nobody()]));
      last = now;
    },
    failure: (message) => problem.replaceChildren(failure(message)),
    lost: () => problem.replaceChildren(failure("The console does not answer: is it still running?")),
  });
}

function nobody() {
  return h("p", { class: "note" }, "No group reads from this Kafka yet.");
}

function section(group) {
  const clients = new Map(group.members.map((member) => [member.id, member]));
  return h("section", { "aria-label": "Group " + group.name, "data-group": group.name },
    h("div", { class: "head" },
      h("h2", { class: "data" }, group.name),
      h("span", { class: "state " + (group.members.length > 0 ? "fine" : "") }, describe(group)),
      h("span", { class: "muted" }, "lag ", h("b", { class: lagClass(group.lag) }, count(group.lag)))),
    h("table", { class: "stacks groups" },
      h("thead", null, h("tr", null,
        column("Topic"), column("Partition", null, true), column("Committed", null, true), column("End", null, true),
        column("Lag", null, true), column("Member"))),
      h("tbody", null, group.partitions.map((progress) => row(progress, clients.get(progress.member))))));
}

function describe(group) {
  return group.members.length > 0 ? plural(group.members.length, "member") : "nobody reads now";
}

// A random identifier tells one process from another with its beginning, too.
function short(client) {
  return client.replace(/([0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, "$1…");
}

// Records that wait are no fault, and not what one hopes for either.
function lagClass(lag) {
  return "lag number " + (lag === null ? "" : lag > 0 ? "some" : "none");
}

function row(progress, member) {
  return h("tr", null,
    h("td", { class: "data" }, h("a", { href: "#/topics/" + part(progress.topic) }, progress.topic)),
    h("td", { class: "number", "data-label": "Partition" }, String(progress.partition)),
    h("td", { class: "number", "data-label": "Committed" }, progress.committed === null ? "–" : count(progress.committed)),
    h("td", { class: "number", "data-label": "End" }, count(progress.end)),
    h("td", { class: "number", "data-label": "Lag" }, h("span", { class: lagClass(progress.lag) },
      progress.lag === null ? "–" : count(progress.lag))),
    h("td", { "data-label": "Member" }, member ? h("div", null, h("span", { title: member.client }, short(member.client)), h("small", null, member.host.replace(/^\//, ""))) : h("span", { class: "muted" }, "nobody")));
}
