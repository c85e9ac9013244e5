// Photos are made smaller on the phone, shown, and can be taken out again before they are sent.

/** The longest side after resizing, in pixels. */
const SIDE = 1600;

/** @param {File} file
 *  @param {number} side the longest side, in pixels
 *  @returns {Promise<File>} the smaller photo, or the file as it is when the browser cannot read it */
export async function shrink(file, side = SIDE) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    return blob ? new File([blob], "photo.jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

/** @param {HTMLElement} box */
function photoField(box) {
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input[type=file]"));
  const list = /** @type {HTMLElement} */ (box.querySelector("[data-previews]"));
  const most = Number(box.dataset.max);
  /** @type {File[]} */
  let chosen = [];

  const show = () => {
    const transfer = new DataTransfer();
    for (const file of chosen) transfer.items.add(file);
    input.files = transfer.files;
    for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    list.replaceChildren(...chosen.map(preview));
  };

  /** @param {File} file */
  const preview = (file) => {
    const item = document.createElement("li");
    const image = document.createElement("img");
    image.src = URL.createObjectURL(file);
    image.alt = "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.textContent = box.dataset.remove ?? "";
    button.addEventListener("click", () => {
      chosen = chosen.filter((other) => other !== file);
      show();
      input.focus();
    });
    item.append(image, button);
    return item;
  };

  input.addEventListener("change", async () => {
    const picked = [...(input.files ?? [])];
    const room = most - chosen.length;
    // One after the other: six photos of twelve million points at once are too much for a small phone.
    for (const file of picked.slice(0, room)) chosen.push(await shrink(file));
    show();
    if (picked.length > room) {
      const told = Object.assign(document.createElement("li"), { textContent: box.dataset.tooMany });
      list.append(told);
    }
  });
}

/** @param {ParentNode} root */
export function photos(root) {
  for (const box of root.querySelectorAll("[data-photos]")) photoField(/** @type {HTMLElement} */ (box));
}
