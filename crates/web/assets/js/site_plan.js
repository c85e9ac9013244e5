// The plan of an estate: a building opens its part of the page, or is chosen where it can be chosen.

/** @param {ParentNode} root */
export function sitePlans(root) {
  for (const link of root.querySelectorAll(".site-plan a[href^='#']")) {
    const place = document.getElementById((link.getAttribute("href") ?? "").slice(1));
    if (!(place instanceof HTMLDetailsElement)) continue;
    const box = /** @type {HTMLInputElement | null} */ (place.querySelector("[name=building]"));
    const show = () => link.toggleAttribute("data-chosen", box?.checked ?? false);
    box?.addEventListener("change", show);
    show();
    link.addEventListener("click", (event) => {
      place.open = true;
      if (!box) return;
      event.preventDefault();
      box.checked = !box.checked;
      show();
    });
  }
}
