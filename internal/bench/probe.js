// Runs before every page under measurement. All times are performance.now(): milliseconds since the navigation began, taken
// inside the page. It only watches; the one thing it does is to click, when it is asked to.
(() => {
  'use strict';
  const marks = {};
  const waiting = [];
  const bench = { marks, shift: 0, moves: [] };
  window.bench = bench;

  const mark = (name) => {
    if (name in marks) return;
    marks[name] = performance.now();
    for (const w of waiting) if (w.name === name) w.resolve(marks[name]);
  };
  bench.wait = (name) => (name in marks ? marks[name] : new Promise((resolve) => waiting.push({ name, resolve })));

  // Something counts as seen after the frame that draws it.
  const seen = (then) => requestAnimationFrame(() => setTimeout(then));

  const root = () => document.documentElement;
  new MutationObserver(() => {
    if (!root()) return;
    if (root().dataset.ready) seen(() => mark('ready'));
    if (root().dataset.restored && document.querySelector('input[type=radio]:checked')) seen(() => mark('kept'));
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready', 'data-restored'] });

  const named = ({ node }) => {
    const element = node && (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
    return element ? `${element.localName}#${element.id}.${element.className} ${element.textContent.trim().slice(0, 20)}` : 'something gone';
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      bench.shift += entry.value;
      bench.moves.push(`${entry.value.toFixed(4)} at ${Math.round(entry.startTime)} ms: ${entry.sources.map(named).join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });

  // find asks at each frame until an element is there and on the screen.
  const find = (selector, then) => {
    const element = document.querySelector(selector);
    if (element && element.getClientRects().length > 0 && element.checkVisibility()) then();
    else requestAnimationFrame(() => find(selector, then));
  };
  bench.find = (name, selector) => find(selector, () => seen(() => mark(name)));

  // saved calls back when the saved mark is set, by whatever element carries it.
  const saved = (then) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-saved]')) return;
      observer.disconnect();
      then();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-saved'] });
  };

  // answer clicks an answer as soon as it can be seen.
  bench.answer = (selector) => find(selector, () => seen(() => {
    mark('visible');
    saved(() => mark('saved'));
    document.querySelector(selector).click();
  }));

  // tap clicks an answer and tells how long the saved mark took from the change event.
  bench.tap = (selector) => new Promise((resolve) => {
    let changed = 0;
    addEventListener('change', () => { changed = performance.now(); }, { capture: true, once: true });
    saved(() => { if (changed) resolve(performance.now() - changed); });
    document.querySelector(selector).click();
  });

  // offline waits until a service worker can do without the server.
  bench.offline = async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 50));
    return true;
  };

  // work takes a fixed piece of work: how long it takes shows how much the processor is slowed down.
  bench.work = () => {
    const began = performance.now();
    let x = 1;
    for (let i = 0; i < 3e7; i++) x = (x * 1103515245 + 12345) & 0x7fffffff;
    bench.sink = x; // the result is used, so that the loop stays
    return performance.now() - began;
  };
})();
