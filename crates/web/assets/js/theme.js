// Light, dark, and the size of type change at once; the server keeps the choice. A change of language loads the page.

/** @param {SubmitEvent} event */
function change(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  if (!form.matches("[data-look]") || button?.name !== "theme") return;
  event.preventDefault();
  document.documentElement.dataset.theme = button.value;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) fields.append(name, String(value));
  // When the server cannot be reached, the choice holds for this page only.
  fetch(form.action, { method: "POST", body: fields }).catch(() => {});
}

/** Listens to the form in the foot of the page. */
export function looks() {
  document.addEventListener("submit", change);
}
