// Answers wait on the phone, each under a key of its own, until the server has acknowledged them: two pages that are
// open at once never write over each other, and what is sent twice is known by its id.

/** @typedef {{ id: string, door: string, visit: number, said: string, since: string, by_phone: boolean,
 *   consent: boolean, note: string, photo: string, place: string, state: "waits" | "sent" | "refused",
 *   message: string }} Entry */

/** An id as RFC 9562 makes them (version 7): its order is the order of making. @returns {string} */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let at = 5; at >= 0; at--) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map((it) => it.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The answers of one person in one survey. */
export class Outbox {
  /** @param {string} owner @param {string} survey */
  constructor(owner, survey) {
    this.prefix = `door:${owner}:${survey}:`;
    this.survey = survey;
    /** What the storage would not take: kept as long as the page is. @type {Map<string, Entry>} */
    this.loose = new Map();
  }

  /** @returns {Entry[]} every answer that is on the phone, the oldest first */
  all() {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    const read = kept.map((key) => /** @type {Entry} */ (JSON.parse(localStorage.getItem(key) ?? "{}")));
    return [...read, ...this.loose.values()].sort((one, two) => (one.id < two.id ? -1 : 1));
  }

  /** How many answers of other people wait here. @returns {number} */
  ofOthers() {
    const others = Object.keys(localStorage).filter((key) => {
      return key.startsWith("door:") && key.includes(`:${this.survey}:`) && !key.startsWith(this.prefix);
    });
    return others.filter((key) => JSON.parse(localStorage.getItem(key) ?? "{}").state === "waits").length;
  }

  /** @param {Entry} entry @returns {boolean} whether all of it is kept; a photo may find no room */
  put(entry) {
    try {
      localStorage.setItem(this.prefix + entry.id, JSON.stringify(entry));
      this.loose.delete(entry.id);
      return true;
    } catch {
      if (entry.photo) {
        this.put({ ...entry, photo: "" });
        return false;
      }
      this.loose.set(entry.id, entry);
      return true;
    }
  }

  /** @param {string} id */
  remove(id) {
    this.loose.delete(id);
    localStorage.removeItem(this.prefix + id);
  }
}
