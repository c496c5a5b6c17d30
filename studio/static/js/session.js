// The sign-in as the server sees it now, and the token that goes with it.
const PATIENCE = 8_000; // longer than the server may wait for its database (5 s)

export async function request(url, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(url, { cache: "no-store", redirect: "manual", signal: stop.signal, ...options });
    const isJson = answer.headers.get("content-type")?.includes("application/json");
    return { status: answer.status, retry: Number(answer.headers.get("retry-after")) || 0, body: isJson ? await answer.json() : null };
  } finally {
    clearTimeout(timer);
  }
}

export function token() {
  return document.querySelector("meta[name=csrf-token]").content;
}

export function post(url, payload) {
  return request(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(payload),
  });
}

// Who is signed in here: a user's id, null for nobody; undefined when the answer is not the studio's (a Wi-Fi portal).
export async function whoIsHere(url) {
  const { status, body } = await request(url);
  if (status !== 200 || typeof body?.csrf_token !== "string") return undefined;
  renew(body.csrf_token);
  return body.user;
}

// Signing in again changes the token: everything on this page that carries it must take the new one.
function renew(fresh) {
  document.querySelector("meta[name=csrf-token]").content = fresh;
  for (const input of document.querySelectorAll("input[name=csrf_token]")) input.value = fresh;
  document.body.setAttribute("hx-headers:inherited", JSON.stringify({ "X-CSRFToken": fresh }));
}
