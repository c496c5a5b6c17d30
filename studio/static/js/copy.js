// Puts the text of `data-copy` where Paste finds it, and says so in #copied. Without a script the address can be marked and copied.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const said = document.getElementById("copied");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = "Copied";
  } catch {
    said.textContent = "This browser did not copy it. Mark the address and copy it";
  }
});
