// Completing: not before the last tap and the note are acknowledged, and with the number of taps this page knows of.
import { flush } from "./note.js";
import { post, whoIsHere } from "./session.js";

const NOTE = {
  asks: "Look at the note first: it was not saved as it is.",
  closed: "The note was not saved: the assessment was closed meanwhile. Copy it before you leave this page.",
  failed: "The note is not saved yet. Nothing is lost. Tap again in a moment.",
};
const ANSWER = {
  0: "There is no connection just now. Nothing is lost. Tap again in a moment.",
  403: "Your role does not include this.",
  409: "The assessment was closed meanwhile. Load the page again.",
  503: "The studio is busy. Nothing is lost. Tap again in a moment.",
};
const SIGN_IN = "Sign in again, then finish.";
const FAULT = "The fault is ours. Nothing is lost. Tap again in a moment.";

export class Finish {
  #wanted = false;
  #doing = "";

  // say(text, signIn): why not; signIn when the coach must sign in first.
  constructor({ queue, url, counted, say, unsay, changed }) {
    Object.assign(this, { queue, url, counted, say, unsay, changed });
    queue.addEventListener("changed", () => this.#go());
  }

  get busy() {
    const { waiting } = this.queue.status;
    if (!this.#wanted) return "";
    return waiting ? `Waiting for ${waiting === 1 ? "the last tap" : `${waiting} taps`}` : this.#doing;
  }

  want() {
    this.unsay();
    this.#wanted = true;
    this.queue.wake();
    this.#go();
  }

  // The coach went on tapping.
  drop() {
    this.#wanted = false;
  }

  #stop(...why) {
    this.#wanted = false;
    this.say(...why);
  }

  async #go() {
    const { waiting, parked, state } = this.queue.status;
    if (!this.#wanted || this.#doing || (waiting && state !== "locked")) return;
    if (waiting || parked) {
      this.#stop(waiting ? "Taps of this tablet were not recorded: throw them away first." : "Read what was not accepted first.");
      return;
    }
    const noted = await this.#while("Saving the note", flush);
    if (!this.#wanted || this.queue.status.waiting) return; // the coach went on tapping meanwhile
    if (noted !== "saved") {
      this.#stop(NOTE[noted] ?? SIGN_IN, noted === "signed-out");
      return;
    }
    const answer = await this.#while("Completing", () => this.#complete());
    if (answer.status === 200 && answer.body?.next) location.assign(answer.body.next);
    else this.#explain(answer);
  }

  async #while(doing, work) {
    this.#doing = doing;
    this.changed();
    const outcome = await work();
    this.#doing = "";
    return outcome;
  }

  // Signing in again in another tab changes the token: ask for the new one and try once more.
  async #complete() {
    const send = () => post(this.url, { taps: this.counted() });
    try {
      const answer = await send();
      const again = [400, 401].includes(answer.status) && (await whoIsHere(this.queue.session)) === this.queue.user;
      return again ? await send() : answer;
    } catch {
      return { status: 0 };
    }
  }

  #explain({ status, body }) {
    if ([400, 401].includes(status)) this.#stop(SIGN_IN, true);
    else this.#stop(body?.message || (ANSWER[status] ?? FAULT));
  }
}
