// The frame of the page: which page is shown, by the part of the address behind the #.

import { h } from "./parts/dom.js";
import { get } from "./parts/api.js";
import { switchWords } from "./parts/words.js";
import { topicsPage } from "./pages/topics.js";
import { topicPage } from "./pages/topic.js";
import { groupsPage } from "./pages/groups.js";
import { pipelinePage } from "./pages/pipeline.js";
import { deadLettersPage } from "./pages/dead-letters.js";

const PAGES = [
  { path: "pipeline", title: "Pipeline", show: pipelinePage },
  { path: "topics", title: "Topics", show: topicsPage, inner: topicPage },
  { path: "groups", title: "Groups", show: groupsPage },
  { path: "dead-letters", title: "Dead letters", show: deadLettersPage },
];

const main = document.getElementById("main");
const nav = document.getElementById("pages");
let leave = () => {};
let shown = null;

function show(first) {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...rest] = path.split("/");
  const page = PAGES.find((candidate) => candidate.path === name) ?? PAGES[0];
  const inner = rest.length > 0 && page.inner ? decodeURIComponent(rest.join("/")) : null;
  for (const link of nav.children) {
    link.toggleAttribute("aria-current", link.dataset.page === page.path);
    if (link.dataset.page === page.path) link.setAttribute("aria-current", "page");
  }
  const place = page.path + "/" + (inner ?? "");
  leave();
  main.replaceChildren();
  document.title = (inner ?? page.title) + " · kstash";
  const params = new URLSearchParams(query ?? "");
  leave = (inner === null ? page.show(main, params) : page.inner(main, inner, params)) ?? (() => {});
  // Who goes to another page by keyboard goes on at its top; who only turns a page stays where they are.
  if (!first && place !== shown) {
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  shown = place;
}

nav.append(...PAGES.map((page) => h("a", { href: "#/" + page.path, "data-page": page.path }, page.title)));
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
switchWords(document.getElementById("words"));
window.addEventListener("hashchange", () => show(false));
show(true);
get("about").then((about) => document.getElementById("cluster").append(about.bootstrapServers)).catch(() => {});
