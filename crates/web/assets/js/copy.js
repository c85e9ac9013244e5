// Copies the value of a field. Where the clipboard is closed (plain HTTP), the field is marked to be copied by hand.

/** @param {HTMLElement} button */
async function copy(button) {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(button.dataset.copy ?? ""));
  if (!field) return;
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = button.dataset.done ?? button.textContent;
}

/** @param {ParentNode} root */
export function copies(root) {
  for (const found of root.querySelectorAll("[data-copy]")) {
    const button = /** @type {HTMLElement} */ (found);
    button.hidden = false;
    // The field stays marked when the browser refuses.
    button.addEventListener("click", () => copy(button).catch(() => {}));
  }
}
