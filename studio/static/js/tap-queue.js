// The tap queue: taps are kept before a button changes and sent in their order until the server names their keys.
// Nothing else takes a tap out: a Wi-Fi portal answers 200 too. Plain htmx lost taps here; it drops a request that failed.
import { alone } from "./tap-lock.js";
import { post, whoIsHere } from "./session.js";
import { device } from "./tap-store.js";

const MOST = 40;
const FIRST = 300;
const LONGEST = 8_000;
const OTHER_TAB = 1_000;
const ASK_AGAIN = 15_000;

// "ohsa/depth" is the field depth of the station ohsa.
const parted = (address) => {
  const at = address.indexOf("/");
  return at < 0 ? { field: address } : { station: address.slice(0, at), field: address.slice(at + 1) };
};

export class TapQueue extends EventTarget {
  // waiting: on its way · failing: no answer · signed-out, other-user: needs a person · locked: takes no taps any more
  #state = "waiting";
  #busy = false;
  #failures = 0;
  #delay = FIRST;
  #timer = 0;
  #most = MOST;
  #knocks = false;

  constructor({ store, url, user, session, app }) {
    super();
    Object.assign(this, { store, url, user, session, app, station: "", view: "", since: 0, savedAt: "" });
    this.name = store.prefix.replace("tap:", "sender:");
    for (const event of ["online", "pageshow", "focus"]) window.addEventListener(event, () => this.wake());
    document.addEventListener("visibilitychange", () => document.hidden || this.wake());
  }

  get status() {
    const waiting = this.store.count;
    const idle = !waiting && ["waiting", "failing"].includes(this.#state);
    const parked = this.store.parked().length;
    return { waiting, parked, state: idle ? "saved" : this.#state, savedAt: this.savedAt, volatile: this.store.volatile };
  }

  push(taps) {
    this.store.add(taps, this.url);
    this.#changed();
    this.wake();
  }

  // Ask what others changed, and say where we are, even with nothing to send.
  knock() {
    this.#knocks = true;
    this.wake();
  }

  wake() {
    this.#delay = FIRST;
    this.#pump();
  }

  async #pump() {
    clearTimeout(this.#timer);
    if (this.#busy || (!this.store.count && !this.#knocks)) return;
    this.#busy = true;
    let sent = true;
    try {
      sent = await alone(this.name, () => this.#send());
    } finally {
      this.#busy = false;
    }
    this.#changed();
    if (!sent) this.#later(OTHER_TAB);
    else if (["signed-out", "other-user"].includes(this.#state)) this.#later(ASK_AGAIN);
    else if (this.#state === "failing" || this.#failures) this.#later(this.#delay * (0.75 + Math.random() / 2));
    else if (this.#state !== "locked" && (this.store.count || this.#knocks)) this.#later(0);
  }

  #later(ms) {
    this.#timer = setTimeout(() => this.#pump(), ms);
  }

  get #place() {
    return this.station ? { station: this.station } : {};
  }

  async #send() {
    const taps = this.store.all().slice(0, this.#most);
    this.#knocks = false;
    const batch = taps.map(({ key, field, value, view, seen, at, undo }) => ({ key, ...parted(field), value, view, seen, at, undo }));
    try {
      const answer = await post(this.url, { taps: batch, sent_by: this.user, device: device(), app: this.app, ...this.#place, view: this.view, since: this.since });
      await this.#hear(answer, taps);
    } catch {
      this.#failed(); // no network, no answer in time, or half an answer
    }
  }

  async #hear({ status, body, retry }, taps) {
    const named = Array.isArray(body?.acked) && Array.isArray(body?.refused);
    if ((status === 200 || status === 422) && named) this.#accept(body, taps);
    else if (status === 422 && body) this.#narrow(body.message, taps);
    else if (status === 409 && body) this.#settle("locked", body.error);
    else if (status === 0 || ([400, 401, 403].includes(status) && body)) await this.#ask();
    else this.#failed(retry);
  }

  #accept(body, taps) {
    const sent = new Set(taps.map((tap) => tap.key));
    const done = new Set(body.acked.filter((key) => sent.has(key)));
    const refused = body.refused.filter(({ key }) => sent.has(key));
    if (sent.size && !done.size && !refused.length) return this.#failed();
    this.#tell("answered", { ...body, taps: taps.filter((tap) => done.has(tap.key)), refused });
    this.store.remove(done);
    for (const { key, why } of refused) this.store.park(key, why);
    this.savedAt = body.saved_at;
    this.#most = MOST;
    this.#delay = FIRST;
    this.#settle("waiting");
    if (done.size || refused.length || Object.keys(body.state).length) this.#tell("saved", body);
  }

  // Something in the batch cannot be read: send one by one, and put aside the one that cannot.
  #narrow(why, taps) {
    if (taps.length > 1) this.#most = 1;
    else if (taps.length) this.store.park(taps[0].key, why);
    this.#settle("waiting");
  }

  // Signed out, signed in anew, or another person: the server says which.
  async #ask() {
    const here = await whoIsHere(this.session);
    if (here === this.user || here === undefined) this.#failed();
    else this.#settle(here === null ? "signed-out" : "other-user");
  }

  #failed(retryAfter = 0) {
    this.#failures += 1;
    this.#delay = Math.max(Math.min(this.#delay * 2, LONGEST), Math.min(retryAfter, 30) * 1000);
    this.#state = this.#failures > 1 ? "failing" : this.#state === "failing" ? "failing" : "waiting";
  }

  #settle(state, why = "") {
    this.#failures = 0;
    this.#state = state;
    if (state === "locked") this.#tell("locked", { why });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #changed() {
    this.dispatchEvent(new Event("changed"));
  }
}
