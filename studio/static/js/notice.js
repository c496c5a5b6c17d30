// A notice that a script fills. buttons: [[words, what to do]]; each takes the notice away first.
export function fill(notice, strong, text, buttons = []) {
  notice.querySelector("b").textContent = strong;
  notice.querySelector(".notice__words").append(` ${text}`);
  const more = document.createElement("div");
  more.className = "notice__more";
  for (const [word, act] of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--board";
    button.textContent = word;
    button.addEventListener("click", () => {
      notice.remove();
      act();
    });
    more.append(button);
  }
  if (buttons.length) notice.append(more);
}
