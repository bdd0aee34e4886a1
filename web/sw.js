// Keeps the page for use without a network. All files or none: each is checked against its SHA-256 before the version counts
// as installed. Only caches with our own prefix and scope are ever touched, a new version waits until a person asks for it, and
// an entry that has gone missing is fetched again.
'use strict';

const bundle = __BUNDLE__;
const scope = new URL(self.registration.scope).pathname;
const prefix = `mamori:${scope}:`;
const cacheName = prefix + bundle.version;

const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('');

const unpack = (response) => new Response(response.body.pipeThrough(new DecompressionStream('gzip')));

// Where a file may come from, best first: what the page has just fetched, then the network.
const sources = (path, file) => (file.packed
  ? [[path, 'only-if-cached'], [path + '.gz', 'only-if-cached'], [path + '.gz', 'default'], [path, 'reload']]
  : [[path, 'no-cache'], [path, 'reload']]);

const fetchFrom = async (path, file, [source, cache]) => {
  let response = await fetch(new URL(source, self.registration.scope), { cache, mode: 'same-origin', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${source}: ${response.status}`);
  if (source.endsWith('.gz') && !response.headers.get('content-encoding')) response = unpack(response);
  const bytes = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== file.sha256) throw new Error(`${source}: not the file of version ${bundle.version}`);
  return new Response(bytes, { headers: { 'content-type': file.type, 'content-length': String(bytes.byteLength), 'x-mamori-cached': bundle.version } });
};

const fetchVerified = async (path) => {
  const file = bundle.files[path];
  let last;
  for (const source of sources(path, file)) {
    try {
      return await fetchFrom(path, file, source);
    } catch (error) {
      last = error;
    }
  }
  throw last;
};

const keyOf = (path) => new URL(path, self.registration.scope).href;

const install = async () => {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(Object.keys(bundle.files).map(async (path) => {
      if (!(await cache.match(keyOf(path)))) await cache.put(keyOf(path), await fetchVerified(path));
    }));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
};

const activate = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  }
  await self.clients.claim();
};

const fromCache = async (path) => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(keyOf(path));
  if (kept) return kept;
  const fresh = await fetchVerified(path);
  await cache.put(keyOf(path), fresh.clone());
  return fresh;
};

const page = async (path, request) => {
  if (path === '') return fromCache('index.html').catch(() => fetch(request));
  if (bundle.files[path]) return fromCache(path).catch(() => fetch(request));
  // Not a page of ours. Another application may live in a folder below: let it, while there is a network.
  const theirs = await fetch(request).catch(() => null);
  return theirs && (theirs.ok || theirs.type === 'opaqueredirect') ? theirs : Response.redirect(self.registration.scope);
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => { if (event.data === 'switch') self.skipWaiting(); });
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(scope)) return;
  const path = decodeURIComponent(url.pathname.slice(scope.length));
  if (request.mode === 'navigate') event.respondWith(page(path, request));
  else if (bundle.files[path]) event.respondWith(fromCache(path).catch(() => fetch(request)));
});
