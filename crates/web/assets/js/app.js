// The only module that pages name: it starts the others where their marks are found. Every page works without it.

import { choosers } from "./chooser.js";
import { confirms } from "./confirm.js";
import { copies } from "./copy.js";
import { counters } from "./counter.js";
import { drafts } from "./draft.js";
import { live } from "./live.js";
import { photos } from "./photos.js";
import { readers } from "./reader.js";
import { clearOnLeaving } from "./shelf.js";
import { sitePlans } from "./site_plan.js";
import { looks } from "./theme.js";

/** Starts everything below a node: the whole page at first, then each part that was fetched.
 *  @param {ParentNode} root */
function start(root) {
  choosers(root);
  copies(root);
  counters(root);
  photos(root);
  readers(root);
  sitePlans(root);
}

start(document);
drafts(document);
confirms();
looks();
live(start);
clearOnLeaving();

const walked = /** @type {HTMLElement | null} */ (document.querySelector("[data-walk]"));
if (walked) import("./doors.js").then(({ walk }) => walk(walked));
for (const button of document.querySelectorAll("[data-without-script]")) button.remove();
for (const select of document.querySelectorAll("select[data-submit]")) {
  select.addEventListener("change", () => /** @type {HTMLSelectElement} */ (select).form?.requestSubmit());
}
for (const button of document.querySelectorAll("[data-print]")) {
  /** @type {HTMLElement} */ (button).hidden = false;
  button.addEventListener("click", () => window.print());
}
/** @type {HTMLElement | null} */ (document.querySelector("[data-trouble]"))?.focus();
document.addEventListener("htmx:after:swap", (event) => start(/** @type {Element} */ (event.target)));
