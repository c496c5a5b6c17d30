// Completing: not before the last tap is acknowledged, and with the number of taps this page knows of.
import { post } from "./session.js";

export class Finish {
  #wanted = false;
  #asking = false;

  constructor({ queue, url, counted, say }) {
    Object.assign(this, { queue, url, counted, say });
    queue.addEventListener("changed", () => this.#go());
  }

  get busy() {
    const { waiting } = this.queue.status;
    if (!this.#wanted) return "";
    return waiting ? `Waiting for ${waiting === 1 ? "the last tap" : `${waiting} taps`}` : "Completing";
  }

  want() {
    this.#wanted = true;
    this.queue.wake();
    this.#go();
  }

  // The coach went on tapping.
  drop() {
    this.#wanted = false;
  }

  async #go() {
    const { waiting, parked } = this.queue.status;
    if (!this.#wanted || this.#asking || waiting || parked) return;
    this.#asking = true;
    let answer;
    try {
      answer = await post(this.url, { taps: this.counted() });
    } catch {
      answer = { status: 0 };
    }
    this.#asking = false;
    if (answer.status === 200 && answer.body?.next) {
      location.assign(answer.body.next);
      return;
    }
    this.#wanted = false;
    this.say(answer.body?.message ?? "There is no connection just now. Nothing is lost. Tap again in a moment.");
  }
}
