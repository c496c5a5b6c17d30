// A follow-up shows when one of the answers it belongs to is ticked. Without this script all of them show.
function settle(question) {
  const said = new Set([...question.querySelectorAll("input:checked")].map((input) => input.value));
  for (const group of question.querySelectorAll("[data-after]")) {
    group.hidden = !group.dataset.after.split(" ").some((one) => said.has(one));
  }
}

for (const form of document.querySelectorAll("[data-follow-ups]")) {
  for (const question of form.querySelectorAll(".question")) settle(question);
  form.addEventListener("change", (event) => settle(event.target.closest(".question") ?? form));
}
