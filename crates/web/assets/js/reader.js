// Files that are read into a text field, so that what is in them is seen before it is sent.

/** A text file of an office: UTF-8, or what older programs write.
 *  @param {ArrayBuffer} bytes */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** @param {ParentNode} root */
export function readers(root) {
  for (const field of root.querySelectorAll("[data-read-into]")) {
    const input = /** @type {HTMLInputElement | null} */ (field.querySelector("input[type=file]"));
    const id = /** @type {HTMLElement} */ (field).dataset.readInto ?? "";
    const target = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(id));
    if (!input || !target) continue;
    /** @type {HTMLElement} */ (field).hidden = false;
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      if (!file) return;
      target.value = decoded(await file.arrayBuffer());
      target.dispatchEvent(new Event("input", { bubbles: true }));
      target.focus();
    });
  }
}
