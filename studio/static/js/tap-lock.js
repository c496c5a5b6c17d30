// One sender a tablet, or two tabs would race each other. navigator.locks needs https or localhost; on the studio's own
// network a lease in storage does. Even two senders at once do no harm: the server knows a tap by its key.
const LEASE = 12_000; // longer than a request may take

const pause = (ms) => new Promise((resume) => { setTimeout(resume, ms); });
const me = Math.random().toString(36).slice(2);

function holder(name) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? {};
  } catch {
    return {};
  }
}

async function leased(name, work) {
  const held = holder(name);
  if (held.by !== me && held.until > Date.now() && held.until < Date.now() + 2 * LEASE) return false;
  try {
    localStorage.setItem(name, JSON.stringify({ by: me, until: Date.now() + LEASE }));
  } catch {
    await work(); // no storage, so there is no other tab to share it with
    return true;
  }
  await pause(20 + Math.random() * 40);
  if (holder(name).by !== me) return false;
  try {
    await work();
  } finally {
    if (holder(name).by === me) localStorage.removeItem(name);
  }
  return true;
}

// Do `work` unless another tab is at it; says whether it was done.
export function alone(name, work) {
  if (!navigator.locks) return leased(name, work);
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return Boolean(lock);
  });
}
