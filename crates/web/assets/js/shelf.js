// Keeps a copy of the page on the phone, so that it opens without signal too. Only over https, or on this machine:
// browsers give no service worker else, and the page says so.

/** The name of the copies, also known to the worker (`doors-worker.js`). */
const SHELF = "doors";

/** @param {HTMLElement} notice shown where no copy can be kept */
export async function keepPage(notice) {
  if (!("serviceWorker" in navigator)) {
    notice.hidden = false;
    return;
  }
  try {
    await navigator.serviceWorker.register("/surveys/worker.js", { scope: "/surveys/" });
    const shelf = await caches.open(SHELF);
    const files = performance.getEntriesByType("resource").map((it) => new URL(it.name));
    const own = files.filter((it) => it.origin === location.origin && it.pathname.startsWith("/assets/"));
    const wanted = new Set(own.map((it) => it.pathname));
    for (const kept of await shelf.keys()) {
      const path = new URL(kept.url).pathname;
      if (path.startsWith("/assets/") && !wanted.has(path)) await shelf.delete(kept);
    }
    await Promise.all([...wanted].map(async (path) => (await shelf.match(path)) ?? shelf.add(path)));
    const page = await fetch(location.pathname, { headers: { "X-Live": "1" } });
    if (page.ok && !page.redirected) await shelf.put(location.pathname, page);
  } catch {
    // Without a connection there is nothing new to keep.
  }
}

/** Whoever signs out leaves no copy of a page behind. What waits to be sent stays, for them alone. */
export function clearOnLeaving() {
  document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => {
    if ("caches" in window) caches.delete(SHELF);
    for (const key of Object.keys(localStorage).filter((it) => it.startsWith("door:"))) {
      if (JSON.parse(localStorage.getItem(key) ?? "{}").state === "sent") localStorage.removeItem(key);
    }
  });
}
