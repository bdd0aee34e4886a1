// Starts the program. It hands the answer of the server straight to WebAssembly, finds a way where a host does not compress or
// names the file wrongly, and says in plain words what went wrong and what still works. It also supplies what go-app's engine
// asks of its page, and registers the service worker.
(() => {
  'use strict';
  const script = document.currentScript;
  const { wasm, version, averages, files } = script.dataset;

  // ---- what go-app's engine asks of its page
  const env = { MAMORI_VERSION: version, MAMORI_AVERAGES: averages };
  window.goappGetenv = (name) => env[name] || '';
  window.goappNav = () => {};
  window.goappUpdatedBeforeWasmLoaded = false;
  window.goappOnUpdate = () => { window.goappUpdatedBeforeWasmLoaded = true; };
  window.goappAppInstallChangedBeforeWasmLoaded = false;
  window.goappOnAppInstallChange = () => { window.goappAppInstallChangedBeforeWasmLoaded = true; };
  window.goappIsAppInstallable = () => false;
  window.goappIsAppleBrowser = () => false;
  window.goappTryUpdate = () => {};

  // A file of the site for the program; null when it cannot be had.
  window.mamoriFetch = (name) => fetch(name, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.arrayBuffer() : null))
    .then((buffer) => buffer && new Uint8Array(buffer), () => null);

  // The checklists and figures, asked for together with the program: kind/id -> bytes.
  const data = {};
  const fetchData = () => Promise.all(files.split(' ').map(async (pair) => {
    const [id, name] = pair.split('=');
    data[id] = await window.mamoriFetch(name);
    if (!data[id]) throw new Error(`${name} cannot be had`);
  }));
  window.mamoriData = (id) => data[id] || null;

  const say = (what) => {
    document.documentElement.dataset.boot = what;
    const notice = document.getElementById('boot-' + what);
    if (notice) notice.hidden = false;
  };

  // ---- the program

  const compressed = (response) => !!response.headers.get('content-encoding');
  const named = (response) => (response.headers.get('content-type') || '').startsWith('application/wasm');

  // A host that does not compress would send four times as much: its .gz copy is opened here instead.
  const fetchProgram = async () => {
    const plain = await fetch(wasm, { credentials: 'same-origin' });
    if (!plain.ok) throw new Error(`${wasm}: ${plain.status}`);
    if (compressed(plain) || plain.headers.has('x-mamori-cached') || !('DecompressionStream' in window)) return plain;
    const packed = await fetch(wasm + '.gz', { credentials: 'same-origin' }).catch(() => null);
    if (!packed || !packed.ok) return plain;
    if (plain.body) plain.body.cancel().catch(() => {});
    if (compressed(packed)) return packed; // the host has opened it for us
    return new Response(packed.body.pipeThrough(new DecompressionStream('gzip')), { headers: { 'content-type': 'application/wasm' } });
  };

  const instantiate = async (imports) => {
    const response = await fetchProgram();
    if (WebAssembly.instantiateStreaming && named(response)) {
      return WebAssembly.instantiateStreaming(response, imports);
    }
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };

  // A line that breaks in the middle, as it does where forty phones share one, gets two more chances.
  const patiently = async (attempt) => {
    for (const pause of [1000, 4000]) {
      try {
        return await attempt();
      } catch (error) {
        console.warn('mamori: trying again:', error);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return attempt();
  };

  const start = async () => {
    if (location.protocol === 'file:') { say('file'); return; }
    if (!window.WebAssembly || !window.Go) { giveUp(); return; }
    try {
      const go = new window.Go();
      const [{ instance }] = await patiently(() => Promise.all([instantiate(go.importObject), fetchData()]));
      go.run(instance).then(stopped, stopped);
    } catch (error) {
      console.error('mamori: the program cannot start:', error);
      giveUp();
    }
  };

  // The forms go on without the program, and are kept for use without a network all the same.
  const giveUp = () => {
    say('failed');
    window.mamoriReady();
  };

  const stopped = () => {
    if (window.mamoriEarly) window.mamoriEarly.resume();
    say('stopped');
  };

  for (const button of document.querySelectorAll('[data-reload]')) button.addEventListener('click', () => location.reload());

  // ---- offline, and new versions

  const offer = () => { window.goappOnUpdate(); };
  const watch = (registration) => {
    if (registration.waiting && navigator.serviceWorker.controller) offer();
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming.addEventListener('statechange', () => {
        if (coming.state === 'installed' && navigator.serviceWorker.controller) offer();
      });
    });
    window.mamoriSwitch = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      if (registration.waiting) registration.waiting.postMessage('switch');
      else location.reload();
    };
  };
  // Called when the program is on the screen, or cannot be: fetching for offline use must not slow it down.
  let registered = false;
  window.mamoriReady = () => {
    if (registered || !('serviceWorker' in navigator) || location.protocol === 'file:') return;
    registered = true;
    navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' }).then(watch, (error) => {
      console.warn('mamori: not available offline:', error);
    });
  };

  start();
})();
