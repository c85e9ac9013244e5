// Estate → building → unit: the lists of places are fetched once, and each choice fills the next list.

/**
 * @typedef {{id: string, name: string}} Unit
 * @typedef {{id: string, name: string, units: Unit[]}} Building
 * @typedef {{id: string, name: string, buildings: Building[]}} Estate
 * @typedef {{estates: Estate[]}} Places
 */

/** @type {Map<string, Promise<Places>>} */
const fetched = new Map();

/** @param {string} address @returns {Promise<Places>} */
function places(address) {
  const ask = async () => {
    const answer = await fetch(address);
    return answer.ok ? answer.json() : Promise.reject(answer);
  };
  const known = fetched.get(address) ?? ask();
  fetched.set(address, known);
  return known;
}

/** Replaces the entries below the first one, which is the hint, and keeps the choice (or that of a draft) when it
 *  is there.
 *  @param {HTMLSelectElement | null} select @param {Unit[]} entries */
function fill(select, entries) {
  if (!select) return;
  const kept = select.value || (select.dataset.kept ?? "");
  select.length = 1;
  for (const { id, name } of entries) select.add(new Option(name, id, false, id === kept));
  select.disabled = entries.length === 0;
}

/** @param {HTMLElement} box */
async function chooser(box) {
  /** @param {string} name @returns {HTMLSelectElement | null} */
  const find = (name) => box.querySelector(`select[name="${name}"]`);
  const [estate, building, unit] = [find("estate"), find("building"), find("unit")];
  const { estates } = await places(box.dataset.chooser ?? "");
  const follow = () => {
    const buildings = estates.find(({ id }) => id === estate?.value)?.buildings ?? [];
    fill(building, buildings);
    fill(unit, buildings.find(({ id }) => id === building?.value)?.units ?? []);
  };
  estate?.addEventListener("change", follow);
  building?.addEventListener("change", follow);
  follow();
}

/** @param {ParentNode} root */
export function choosers(root) {
  for (const box of root.querySelectorAll("[data-chooser]")) {
    // When the list cannot be fetched, the entries that the server sent stay.
    chooser(/** @type {HTMLElement} */ (box)).catch(() => {});
  }
}
