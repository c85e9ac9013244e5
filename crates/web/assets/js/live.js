// Live updates: when the server says that something changed, the parts of this page marked data-live are fetched
// again and put in place. A part that somebody is typing in, or has read on in, waits until they are done.

/** Time between the news and the fetching, so that ten changes cost one page. */
const PAUSE = 400;

/** The longest time between two looks at a part that has to wait. */
const PATIENCE = 60_000;

/** @param {Element} part */
function isBusy(part) {
  const active = document.activeElement;
  const typing = active instanceof HTMLElement && active.matches("input, textarea, select") && part.contains(active);
  return typing || part.querySelector("details[open] form, dialog[open], #rows-page #rows-page") !== null;
}

/** Fetches the page and replaces its live parts. @param {(root: ParentNode) => void} start
 *  @returns {Promise<boolean>} whether a part had to wait */
async function refresh(start) {
  const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
  if (!answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  let waits = false;
  for (const part of document.querySelectorAll("[data-live][id]")) {
    const next = fresh.getElementById(part.id);
    if (!next || next.innerHTML === part.innerHTML) continue;
    if (isBusy(part)) {
      waits = true;
      continue;
    }
    const here = document.adoptNode(next);
    part.replaceWith(here);
    window.htmx?.process(here);
    start(here);
  }
  return waits;
}

/** Listens when the page carries a place for the state of the connection. @param {(root: ParentNode) => void} start */
export function live(start) {
  const status = /** @type {HTMLElement | null} */ (document.querySelector("[data-live-status]"));
  if (!status) return;
  /** @type {EventSource | undefined} */
  let source;
  /** @type {number | undefined} */
  let timer;
  let lost = false;
  const soon = (/** @type {number} */ pause) => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const waits = await refresh(start).catch(() => true);
      status.textContent = waits ? (status.dataset.waiting ?? "") : "";
      if (waits) soon(Math.min(4 * pause, PATIENCE));
    }, pause);
  };
  const listen = () => {
    source = new EventSource("/live");
    source.addEventListener("changed", () => soon(PAUSE));
    source.addEventListener("error", () => {
      lost = true;
      status.textContent = status.dataset.lost ?? "";
    });
    source.addEventListener("open", () => {
      if (!lost) return;
      lost = false;
      status.textContent = status.dataset.back ?? "";
      soon(PAUSE);
    });
  };
  // A page that the browser keeps for "back" would hold its connection, of which there are six for all pages together.
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    listen();
    soon(PAUSE);
  });
  listen();
}
