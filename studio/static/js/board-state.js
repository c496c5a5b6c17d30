// What stands on the board: the server's answers, with the taps that still wait laid over them.
const UNSTATED = { value: "", views: [], revision: 0 };
const SILENT = ["", "0", "nt"];

// As studio/models/fields.py: another severity is the same finding, so its views stay; clean after a finding starts anew.
function viewsAfter(before, value, view) {
  if (value === "" || value === "nt") return [];
  const same = !["", "nt"].includes(before.value) && isFinding(before.value) === isFinding(value);
  return same ? [...new Set([...before.views, view])] : [view];
}

export const isFinding = (value) => !SILENT.includes(value);

// A field is known by its address, "ohsa/f:heel_rises:left"; what names no station means the one that is given.
export const addressed = (field, station) => (field.includes("/") ? field : `${station}/${field}`);
export const testOf = (address) => address.split(/[./]/, 1)[0];
export const fieldOf = (address) => address.slice(address.indexOf("/") + 1);

export const statements = (says, station) => says.split(" ").filter(Boolean).map((one) => {
  const [, field, value, view] = /^([^=]+)=([^@]*)@?(.*)$/.exec(one);
  return { field: addressed(field, station), value, ...(view && { view }) };
});

export class BoardState {
  #base = new Map();
  #shown = new Map();

  constructor(answers, newest) {
    for (const [field, [value, views, revision]] of Object.entries(answers)) {
      this.#base.set(field, { value, views: views ? views.split(",") : [], revision });
    }
    this.newest = newest;
  }

  // Lay the waiting taps over what the server said.
  overlay(taps) {
    this.#shown = new Map(this.#base);
    for (const tap of taps) this.#shown.set(tap.field, this.#after(this.of(tap.field), tap));
  }

  // What the server says stands now.
  hear(state) {
    for (const [field, one] of Object.entries(state)) {
      this.#base.set(field, one);
      this.newest = Math.max(this.newest, one.revision);
    }
  }

  // Another tab of this tablet had these acknowledged; its answer went to that tab.
  heardElsewhere(tap) {
    const before = this.#base.get(tap.field) ?? UNSTATED;
    this.#base.set(tap.field, this.#after(before, tap));
  }

  of(field) {
    return this.#shown.get(field) ?? UNSTATED;
  }

  value(field) {
    return this.of(field).value;
  }

  revision(field) {
    return this.#base.get(field)?.revision ?? 0;
  }

  holds(says, station) {
    const said = statements(says, station);
    return said.length > 0 && said.every(({ field, value }) => this.value(field) === value);
  }

  // Where it hurts: [{field, region, side, rating}], `field` being the address.
  pains() {
    const fields = [...this.#shown].filter(([field, { value }]) => value && fieldOf(field).startsWith("pain:"));
    return fields.map(([field, { value }]) => {
      const [region, side, rating] = value.split(".");
      return { field, region, side, rating };
    });
  }

  #after(before, { field, value, view }) {
    const views = fieldOf(field).startsWith("f:") ? viewsAfter(before, value, view) : before.views;
    return { ...before, value, views };
  }
}
