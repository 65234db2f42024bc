// Keeps the site at hand without a network. A browser that refuses does without.
navigator.serviceWorker?.register("sw.js").catch(() => {});
