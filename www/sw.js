// The site without a network: every version's files, kept whole and served from here.

/** A checksum of all files; `cargo xtask dist www` writes it and their list. */
const VERSION = "{checksum}";
/** @type {string[]} */
const FILES = JSON.parse('{files}');

/** The scope of a service worker, whose types are not those of a page. */
const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => {
  // At the first visit, what the page has just loaded comes from the browser's own cache and not a second time over the line; a new
  // version asks whether that is still so.
  const cache = worker.registration.active ? "no-cache" : "force-cache";
  const wanted = FILES.map((file) => new Request(file, { cache }));
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(wanted)).then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  if (event.request.method === "GET" && new URL(event.request.url).origin === location.origin) event.respondWith(answer(event.request));
});

/** What is kept, else what the server says, which is kept then. @param {Request} request */
async function answer(request) {
  const cache = await caches.open(VERSION);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
