// Asks before a form that hurts is sent. The question stands in data-confirm of the form or of its button.

/** Forms that were confirmed and may pass. @type {WeakSet<HTMLFormElement>} */
const confirmed = new WeakSet();

/** @param {SubmitEvent} event */
function ask(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = /** @type {HTMLElement | null} */ (event.submitter);
  const question = button?.dataset.confirm ?? form.dataset.confirm;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("confirm"));
  if (!question || !dialog || confirmed.delete(form)) return;
  event.preventDefault();
  const words = dialog.querySelector("[data-question]");
  if (words) words.textContent = question;
  dialog.returnValue = "";
  dialog.addEventListener(
    "close",
    () => {
      if (dialog.returnValue !== "yes") return;
      confirmed.add(form);
      form.requestSubmit(button);
    },
    { once: true },
  );
  dialog.showModal();
}

/** One listener for every form, also for those that come later. */
export function confirms() {
  document.addEventListener("submit", ask, { capture: true });
}
