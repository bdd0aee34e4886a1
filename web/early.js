// The page's first script. It makes the static form keep its answers before the program has arrived: it puts kept answers
// back, writes each change into the journal in IndexedDB, and hands over to the program when that is ready. It knows the
// database by data-schema, which the build writes from the program's own (internal/store).
(() => {
  'use strict';
  const root = document.documentElement;
  const script = document.currentScript;
  const schema = JSON.parse(script ? script.dataset.schema : '{"name":"","version":1,"kinds":[]}');
  const words = script ? script.dataset : {};
  const visit = Math.random().toString(36).slice(2, 8);

  // A storage that throws would stop the program's engine: give it one that forgets.
  for (const name of ['localStorage', 'sessionStorage']) {
    try {
      window[name].getItem('mamori');
    } catch {
      const held = new Map();
      const memory = {
        getItem: (k) => (held.has(k) ? held.get(k) : null),
        setItem: (k, v) => void held.set(k, String(v)),
        removeItem: (k) => void held.delete(k),
        clear: () => held.clear(),
        key: (i) => [...held.keys()][i] ?? null,
        get length() { return held.size; },
      };
      try { Object.defineProperty(window, name, { value: memory, configurable: true }); } catch { /* nothing more to do */ }
    }
  }
  try {
    void window.indexedDB;
  } catch {
    try { Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true }); } catch { /* nothing more to do */ }
  }

  // A fragment that cannot be decoded would stop the program's engine: it becomes one that can, and leads nowhere.
  const mendAddress = () => {
    try {
      decodeURIComponent(location.hash);
    } catch {
      history.replaceState(null, '', '#/' + encodeURIComponent(location.hash.slice(1)));
    }
  };
  mendAddress();
  addEventListener('popstate', mendAddress);

  // Browsers find the target of an address only when the whole page is there. A form that is asked for is shown as soon as its
  // first question has come (the build writes a rule for each checklist).
  const aim = () => {
    for (const name of [...root.classList]) if (name.startsWith('at-')) root.classList.remove(name);
    const form = /^#\/check\/([0-9A-Za-z-]+)$/.exec(location.hash);
    if (form) root.classList.add('at-' + form[1]);
  };
  aim();
  addEventListener('popstate', aim);

  // The language: asked for by the address, or chosen earlier, is another document.
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = ['ja', 'en'].includes(asked) ? asked : asked === null ? localStorage.getItem('mamori.lang') : 'ja';
  if (words.other && wanted && wanted !== root.lang) {
    location.replace(words.other + location.hash);
  }

  // ---- keeping

  const open = () => new Promise((resolve, reject) => {
    const request = indexedDB.open(schema.name, schema.version);
    request.onupgradeneeded = () => {
      for (const kind of schema.kinds) {
        if (!request.result.objectStoreNames.contains(kind)) request.result.createObjectStore(kind);
      }
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  let database;
  try { database = open(); } catch (e) { database = Promise.reject(e); }

  let taken = false; // the program has taken over
  let latest = 0; // time of the last change, so that a clock set back cannot make an answer older than the one before
  let pending = 0;
  let blocked = false;
  const written = []; // what this visit has put into the journal: [key, value]
  const records = {}; // checklist -> id of the open assessment

  const write = (change) => {
    latest = Math.max(Date.now(), latest + 1);
    const at = new Date(latest).toISOString();
    const entry = JSON.stringify({ record: records[change.checklist] || '', ...change, at });
    const key = `${at}-${visit}-${String(written.length).padStart(5, '0')}`;
    written.push([key, entry]);
    pending++;
    database.then((db) => new Promise((resolve, reject) => {
      const t = db.transaction('journal', 'readwrite', { durability: 'strict' });
      t.objectStore('journal').put(entry, key);
      t.oncomplete = resolve;
      t.onabort = t.onerror = () => reject(t.error);
    })).then(() => { pending--; if (!taken && !pending) mark(new Date()); }, fail);
  };

  const fail = () => {
    pending--;
    blocked = true;
    if (taken) return;
    const notice = document.getElementById('trouble');
    if (notice) notice.hidden = false;
    const saved = document.getElementById('saved');
    if (saved) saved.textContent = words.lost;
  };

  const mark = (at) => {
    const saved = document.getElementById('saved');
    if (!saved || blocked) return;
    saved.dataset.saved = at.toISOString();
    saved.className = 'saved durable';
    saved.textContent = words.at.replace('%[1]s', `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`);
  };

  // The mark never stands for a change that is still on its way, whoever writes it.
  const unmark = () => {
    const saved = document.getElementById('saved');
    if (saved) saved.removeAttribute('data-saved');
  };

  // ---- the form

  const fieldOf = (name) => {
    const [checklist, item] = name.split('/');
    return { checklist, item };
  };

  const touched = new Set();
  let last = ''; // the item that was worked on last; pressing a button takes the focus away from it
  const onChange = (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'radio' || !input.name.includes('/')) return;
    last = input.name;
    unmark();
    if (taken) return;
    touched.add(input.name);
    write({ ...fieldOf(input.name), option: input.value });
    count(fieldOf(input.name).checklist);
  };
  const onInput = (event) => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || !area.name.startsWith('note:')) return;
    unmark();
    if (taken) return;
    touched.add(area.name);
    write({ ...fieldOf(area.name.slice(5)), note: area.value });
  };
  document.addEventListener('change', onChange, true);
  document.addEventListener('input', onInput, true);
  document.addEventListener('focusin', (event) => {
    const box = event.target.closest('fieldset.item');
    if (box) last = box.id;
  });

  const boxes = (checklist) => [...document.querySelectorAll(`[data-checklist="${checklist}"] fieldset.item`)];
  const isOpen = (box) => !box.querySelector('input:checked');

  const count = (checklist) => {
    const all = boxes(checklist);
    const open = all.filter(isOpen);
    for (const b of document.querySelectorAll(`[data-count="${checklist}"]`)) b.textContent = all.length - open.length;
    for (const p of document.querySelectorAll(`[data-progress="${checklist}"] progress`)) p.value = all.length - open.length;
    const finish = document.querySelector(`[data-checklist="${checklist}"] .finish`);
    if (finish) {
      finish.querySelector('.some-open').hidden = !open.length;
      finish.querySelector('.none-open').hidden = !!open.length;
    }
    for (const box of all) {
      const jump = document.querySelector(`[data-jump="${box.id}"]`);
      if (jump) jump.hidden = !isOpen(box);
    }
  };

  const jump = (id) => {
    const box = document.getElementById(id);
    if (!box) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    box.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
    const first = box.querySelector('input:checked') || box.querySelector('input');
    if (first) first.focus({ preventScroll: true });
  };

  const next = (checklist) => {
    const all = boxes(checklist);
    const at = all.findIndex((box) => box.id === last);
    const open = all.find((box, i) => i > at && isOpen(box)) || all.find(isOpen);
    if (open) return jump(open.id);
    const finish = document.querySelector(`[data-checklist="${checklist}"] .finish`);
    if (finish) finish.scrollIntoView({ block: 'start' });
    const button = finish && finish.querySelector('button.primary');
    if (button) button.focus({ preventScroll: true });
  };

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-next],[data-jump]');
    if (!button) return;
    if (button.dataset.next) next(button.dataset.next);
    else jump(button.dataset.jump);
  });

  // Until the program is there the other language is another document: it opens at the same place, and stays chosen.
  document.addEventListener('click', (event) => {
    const link = !taken && event.target instanceof Element && event.target.closest('a.language');
    if (!link) return;
    event.preventDefault();
    try { localStorage.setItem('mamori.lang', link.lang); } catch { /* it is chosen for this visit */ }
    location.href = link.getAttribute('href') + location.hash;
  });

  // ---- putting kept answers back

  const setRadio = (checklist, item, option) => {
    const name = `${checklist}/${item}`;
    if (touched.has(name)) return;
    for (const radio of document.getElementsByName(name)) radio.checked = radio.value === option;
  };
  const setNote = (checklist, item, text) => {
    const name = `note:${checklist}/${item}`;
    if (touched.has(name)) return;
    for (const area of document.getElementsByName(name)) area.value = text;
  };
  const put = (entry) => {
    if (typeof entry.note === 'string') setNote(entry.checklist, entry.item, entry.note);
    else setRadio(entry.checklist, entry.item, entry.option);
    latest = Math.max(latest, Date.parse(entry.at) || 0);
  };

  const read = (t, kind, method, key) => new Promise((resolve, reject) => {
    const request = t.objectStore(kind)[method](key);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  const parsed = (text) => { try { return JSON.parse(text) || {}; } catch { return {}; } };

  const restore = async () => {
    const db = await database;
    const t = db.transaction(['records', 'settings', 'journal'], 'readonly');
    const forms = [...document.querySelectorAll('[data-checklist]')].map((form) => form.dataset.checklist);
    for (const checklist of forms) {
      const id = await read(t, 'settings', 'get', `open-${checklist}`);
      const record = id && parsed(await read(t, 'records', 'get', id));
      if (!record || record.checklist !== checklist || taken) continue;
      records[checklist] = id;
      for (const [item, a] of Object.entries(record.answers || {})) put({ checklist, item, option: a.option, at: a.at });
      for (const [item, n] of Object.entries(record.notes || {})) put({ checklist, item, note: n.text, at: n.at });
    }
    for (const text of await read(t, 'journal', 'getAll')) {
      if (!taken) put(parsed(text));
    }
    if (!taken) forms.forEach(count);
  };

  // An address that no part of the static page answers to waits for the program instead of showing the first screen.
  const address = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    root.classList.toggle('waits', id.length > 1 && !document.getElementById(id));
  };

  const begin = () => {
    address();
    addEventListener('hashchange', () => { if (!taken) address(); });
    restore().then(() => { root.dataset.restored = 'true'; }, () => { pending++; fail(); });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();

  // ---- handing over

  let pressed = 0;
  let composing = false;
  const waiting = [];
  const settle = () => { if (!pressed && !composing) while (waiting.length) waiting.shift()(); };
  // A finger that never comes up again, because the system took it, must not hold the program back for ever.
  let letGo = 0;
  addEventListener('pointerdown', () => {
    pressed++;
    clearTimeout(letGo);
    letGo = setTimeout(() => { pressed = 0; settle(); }, 3000);
  }, true);
  for (const type of ['pointerup', 'pointercancel']) {
    // The click, and the change it makes, come after the finger has left.
    addEventListener(type, () => { pressed = Math.max(0, pressed - 1); setTimeout(settle, 50); }, true);
  }
  addEventListener('compositionstart', () => { composing = true; }, true);
  addEventListener('compositionend', () => { composing = false; setTimeout(settle, 0); }, true);

  // The item at the top of the screen: it stays where it is, whatever the program draws above it.
  const anchor = () => {
    if (scrollY === 0) return null;
    for (const box of document.querySelectorAll('fieldset.item')) {
      const { top, bottom } = box.getBoundingClientRect();
      if (bottom > 60) return top === 0 && bottom === 0 ? null : { id: box.id, top };
    }
    return null;
  };

  // What has the focus, in words that hold for the program's page too: not everything has an id.
  const described = (e) => ({ id: e.id, within: (e.closest('fieldset.item') || e.closest('header, main, footer') || root).id, tag: e.tagName, text: e.textContent });
  const found = ({ id, within, tag, text }) => document.getElementById(id)
    || [...(document.getElementById(within) || document).querySelectorAll(tag)].find((e) => e.textContent === text && e.getClientRects().length);

  let place = null;
  window.mamoriEarly = {
    calm: () => new Promise((resolve) => { waiting.push(resolve); settle(); }),
    take: () => {
      taken = true;
      const active = document.activeElement;
      place = {
        focus: active && active !== document.body ? described(active) : null,
        start: active && active.selectionStart,
        end: active && active.selectionEnd,
        x: scrollX,
        y: scrollY,
        anchor: anchor(),
        open: [...document.querySelectorAll('details[open]')].map((d) => d.id),
        notes: [...document.querySelectorAll('textarea')].filter((a) => a.value).map((a) => [a.id, a.value]),
      };
      return written;
    },
    giveBack: () => {
      if (!place) return;
      for (const id of place.open) { const d = document.getElementById(id); if (d) d.open = true; }
      for (const [id, text] of place.notes) { const a = document.getElementById(id); if (a && !a.value) a.value = text; }
      root.classList.remove('waits');
      scrollTo(place.x, place.y);
      const box = place.anchor && document.getElementById(place.anchor.id);
      if (box) scrollBy(0, box.getBoundingClientRect().top - place.anchor.top);
      const active = place.focus && found(place.focus);
      if (active) {
        active.focus({ preventScroll: true });
        if (active instanceof HTMLTextAreaElement) active.setSelectionRange(place.start, place.end);
      }
      place = null;
    },
    jump,
    // The program has stopped: the form goes on by itself.
    resume: () => { taken = false; },
  };
})();
