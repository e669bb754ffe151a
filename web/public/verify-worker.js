/**
 * Opens the page that checks certificates where there is no line. The page itself keeps its files, and the signed
 * lists, in caches; all that is done here is to answer from them. Nothing else of the site is touched.
 */
const PAGE = "/verify";
const KEPT = "bellbuoy-verify-page";

/** The kept copy first: a line that is nearly gone must not make anybody wait at a gangway. The page renews it. */
async function kept(path, request) {
  const copy = await caches.match(path, { cacheName: KEPT });
  return copy ?? fetch(request);
}

self.addEventListener("install", () => void self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const opens = request.mode === "navigate" && pathname === PAGE;
  const uses = pathname.startsWith("/assets/") || pathname === "/mark.svg";
  if (opens || uses) event.respondWith(kept(pathname, request));
});
