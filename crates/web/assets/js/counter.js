// Counts characters below a text, the way the server counts them: by code point.

/** @param {HTMLTextAreaElement} area @param {number} limit */
function counter(area, limit) {
  const shown = document.createElement("span");
  shown.className = "counter";
  area.after(shown);
  const count = () => {
    const length = [...area.value].length;
    shown.textContent = `${length} / ${limit}`;
    shown.classList.toggle("counter--over", length > limit);
  };
  area.addEventListener("input", count);
  count();
}

/** @param {ParentNode} root */
export function counters(root) {
  for (const found of root.querySelectorAll("textarea[data-limit]")) {
    const area = /** @type {HTMLTextAreaElement} */ (found);
    const limit = Number(area.dataset.limit);
    delete area.dataset.limit;
    counter(area, limit);
  }
}
