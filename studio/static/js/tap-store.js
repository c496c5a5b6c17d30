// Taps that wait, one item of localStorage each: adding or removing one never rewrites another, so two tabs lose nothing
// between them. Codes only, never a name. Where storage is full or forbidden they live in the page, which must then say so.
const WAITING = /^tap:(\d+):(\d+):/;

const random = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const page = random();

// Which tablet this is: what it taps later builds on what it tapped before, and never over another one's answer unseen.
export function device() {
  try {
    const known = localStorage.getItem("tablet") ?? page;
    localStorage.setItem("tablet", known);
    return known;
  } catch {
    return page; // kept by this page alone, as its taps are
  }
}

function names() {
  try {
    return Object.keys(localStorage);
  } catch {
    return []; // storage is forbidden here
  }
}

export class TapStore {
  #memory = new Map();
  #last = 0;

  constructor(assessment, user) {
    this.prefix = `tap:${assessment}:${user}:`;
    this.parkedPrefix = `parked:${assessment}:${user}:`;
  }

  // True while a tap is kept by this page alone.
  get volatile() {
    return this.#memory.size > 0;
  }

  all() {
    return this.#items(this.prefix).map(([, text]) => JSON.parse(text));
  }

  get count() {
    return this.#items(this.prefix).length;
  }

  // Keep taps before anything shows them; each gets its random key here.
  add(taps, url) {
    for (const tap of taps) {
      const kept = { ...tap, key: random(), url };
      this.#put(this.prefix + this.#sequence() + kept.key, JSON.stringify(kept));
    }
  }

  remove(keys) {
    for (const [name, text] of this.#items(this.prefix)) if (keys.has(JSON.parse(text).key)) this.#drop(name);
  }

  // A tap that the server will not take waits beside the queue until somebody has read why.
  park(key, why) {
    for (const [name, text] of this.#items(this.prefix)) {
      const tap = JSON.parse(text);
      if (tap.key !== key) continue;
      this.#put(this.parkedPrefix + key, JSON.stringify({ ...tap, why }));
      this.#drop(name);
    }
  }

  parked() {
    return this.#items(this.parkedPrefix).map(([, text]) => JSON.parse(text));
  }

  forget(key) {
    this.#drop(this.parkedPrefix + key);
  }

  // Rises with the clock and never falls behind what waits already, even when the clock is set back.
  #sequence() {
    const newest = this.#items(this.prefix).at(-1)?.[0].slice(this.prefix.length, this.prefix.length + 15);
    this.#last = Math.max(Date.now(), this.#last + 1, Number(newest ?? 0) + 1);
    return String(this.#last).padStart(15, "0");
  }

  #items(prefix) {
    const found = names().filter((name) => name.startsWith(prefix)).map((name) => [name, localStorage.getItem(name)]);
    const own = [...this.#memory].filter(([name]) => name.startsWith(prefix));
    return [...found.filter(([, text]) => text !== null), ...own].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  #put(name, text) {
    try {
      localStorage.setItem(name, text);
    } catch {
      this.#memory.set(name, text);
    }
  }

  #drop(name) {
    this.#memory.delete(name);
    try {
      localStorage.removeItem(name);
    } catch {
      // it was only in memory
    }
  }
}

// What waits on this tablet, of whichever assessment and user: [{assessment, user, count, url}].
export function waitingHere() {
  const found = new Map();
  for (const name of names()) {
    const [, assessment, user] = WAITING.exec(name) ?? [];
    if (!assessment) continue;
    const key = `${assessment}:${user}`;
    const url = JSON.parse(localStorage.getItem(name)).url;
    const before = found.get(key)?.count ?? 0;
    found.set(key, { assessment: Number(assessment), user: Number(user), count: before + 1, url });
  }
  return [...found.values()];
}
