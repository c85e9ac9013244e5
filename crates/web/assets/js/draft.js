// Keeps what is typed, and the id of the request to be, until it was sent: a lost page loses nothing, and a form
// sent again after a lost answer is the same request.

/** @typedef {Record<string, string>} Draft */

/** Fields that are no draft: secrets, and photos, which a page cannot fill in again. */
const LEFT_OUT = new Set(["csrf", "photos", "step", "request"]);

/** @param {HTMLFormElement} form @returns {Draft} */
function read(form) {
  /** @type {Draft} */
  const draft = {};
  for (const [name, value] of new FormData(form)) {
    if (!LEFT_OUT.has(name) && typeof value === "string") draft[name] = value;
  }
  return draft;
}

/** Puts the draft back, but never over what the page carries. @param {HTMLFormElement} form @param {Draft} draft */
function restore(form, draft) {
  for (const [name, value] of Object.entries(draft)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = true;
    else if (field instanceof HTMLInputElement && field.type === "hidden" && !("draftId" in field.dataset)) continue;
    else if (field instanceof RadioNodeList) field.value = value;
    else if (field instanceof HTMLInputElement && "draftId" in field.dataset) field.value = value;
    else if (field && "value" in field && !field.value) field.value = value;
    // The entries of a dependent list come later.
    if (field instanceof HTMLSelectElement) field.dataset.kept = value;
  }
}

/** @param {HTMLFormElement} form */
function tell(form) {
  const note = document.createElement("p");
  note.className = "notice";
  note.setAttribute("role", "status");
  note.textContent = form.dataset.restored ?? "";
  form.prepend(note);
}

/** @param {HTMLFormElement} form */
function keep(form) {
  const key = `draft:${form.dataset.draft}`;
  const kept = sessionStorage.getItem(key);
  const failed = document.querySelector("[data-trouble]") !== null;
  if (kept && !failed) {
    restore(form, JSON.parse(kept));
    tell(form);
    form.querySelector("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
  }
  form.addEventListener("input", () => sessionStorage.setItem(key, JSON.stringify(read(form))));
  form.addEventListener("submit", () => sessionStorage.setItem("draft-sent", key));
}

/** Forgets the draft that was sent, once a page without its form shows that it arrived; starts the others.
 *  @param {ParentNode} root */
export function drafts(root) {
  const forms = [...root.querySelectorAll("form[data-draft]")].map((form) => /** @type {HTMLFormElement} */ (form));
  const sent = sessionStorage.getItem("draft-sent");
  if (sent && !forms.some((form) => `draft:${form.dataset.draft}` === sent)) {
    sessionStorage.removeItem(sent);
    sessionStorage.removeItem("draft-sent");
  }
  forms.forEach(keep);
}
