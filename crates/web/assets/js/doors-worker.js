// The service worker of door surveys: a page of a walk is asked for first and shown from its copy when there is no
// answer; files of the page come from their copies, because their addresses change with their content.

const SHELF = "doors";

/** @param {Request} request */
async function fresh(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && answer.type === "basic") {
      const shelf = await caches.open(SHELF);
      await shelf.put(new URL(request.url).pathname, answer.clone());
    }
    return answer;
  } catch (error) {
    const kept = await caches.match(new URL(request.url).pathname);
    if (kept) return kept;
    throw error;
  }
}

/** @param {Request} request */
async function kept(request) {
  return (await caches.match(new URL(request.url).pathname)) ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/surveys\/[0-9a-f-]{36}\/doors$/.test(url.pathname)) {
    event.respondWith(fresh(request));
  } else if (url.pathname.startsWith("/assets/")) event.respondWith(kept(request));
});

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
