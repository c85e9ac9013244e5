// The walk from door to door: one tap opens the sheet of a door, an answer is kept on the phone at once and sent until
// the server has it. Nothing here needs a connection once the page is open.

import { newId, Outbox } from "./outbox.js";
import { shrink } from "./photos.js";
import { keepPage } from "./shelf.js";

/** @typedef {import("./outbox.js").Entry} Entry */

/** The most answers in one sending, the time between two tries and for one, and the longest side of a photo. */
const BATCH = 20;
const PAUSE = 10_000;
const PATIENCE = 60_000;
const SIDE = 1_024;

/** Whether a comes after b: the later visit, then the one made later. @param {{ visit: number, id: string }} a
 *  @param {{ visit: number, id: string }} b */
const after = (a, b) => a.visit > b.visit || (a.visit === b.visit && a.id > b.id);

/** @param {HTMLElement} root */
export function walk(root) {
  const href = root.dataset.walk ?? "";
  const outbox = new Outbox(root.dataset.owner ?? "", href);
  const strip = /** @type {HTMLElement} */ (root.querySelector("[data-outbox]"));
  const signIn = /** @type {HTMLElement} */ (root.querySelector("[data-sign-in-link]"));
  const told = new Map(
    [...root.querySelectorAll("table [data-door]")].map((it) => {
      const cell = /** @type {HTMLElement} */ (it);
      const { visit, said, answer, door } = cell.dataset;
      const server = { visit: Number(visit), id: answer ?? "", said: said ?? "unvisited" };
      return [door ?? "", { cell, server }];
    }),
  );
  let token = root.dataset.token ?? "";
  let signedOut = false;
  let busy = false;

  /** What counts at a door now. @param {string} door @param {Entry[]} entries */
  const present = (door, entries = outbox.all()) => {
    const known = told.get(door);
    /** @type {{ visit: number, id: string, said: string, state?: string }} */
    let best = known?.server ?? { visit: 0, id: "", said: "unvisited" };
    for (const entry of entries) {
      if (entry.door === door && entry.state !== "refused" && after(entry, best)) best = entry;
    }
    return best;
  };

  const show = () => {
    const entries = outbox.all();
    /** @type {Record<string, number>} */
    const counts = { unvisited: 0, nobody_home: 0, doors: told.size, done: 0 };
    for (const [door, { cell }] of told) {
      const now = present(door, entries);
      cell.className = `knock knock--${now.said}${now.state === "waits" ? " knock--waits" : ""}`;
      const words = cell.querySelector(".knock__said");
      if (words) words.textContent = root.getAttribute(`data-said-${now.said}`);
      cell.dataset.now = now.said;
      if (now.said in counts) counts[now.said]++;
      else counts.done++;
    }
    for (const [name, n] of Object.entries(counts)) {
      for (const place of root.querySelectorAll(`[data-count="${name}"]`)) place.textContent = String(n);
    }
    for (const stair of root.querySelectorAll("[data-stair]")) {
      const left = stair.querySelectorAll('[data-now="unvisited"], [data-now="nobody_home"]').length;
      const chip = stair.querySelector("[data-left]");
      if (chip) chip.textContent = (root.dataset.left ?? "").replace("#", String(left));
    }
    for (const list of root.querySelectorAll("[data-list]")) showList(/** @type {HTMLElement} */ (list));
    showStrip(entries.filter((it) => it.state === "waits").length);
    showRefused(entries.filter((it) => it.state === "refused"));
  };

  /** @param {HTMLElement} list */
  const showList = (list) => {
    const doors = document.createElement("dl");
    doors.className = "open-doors";
    for (const stair of root.querySelectorAll("[data-stair]")) {
      const here = [...stair.querySelectorAll(`[data-now="${list.dataset.list}"]`)];
      if (here.length === 0) continue;
      const [group, term, links] = ["div", "dt", "dd"].map((name) => document.createElement(name));
      term.textContent = stair.querySelector("summary b")?.textContent ?? "";
      links.append(
        ...here.map((it) => {
          const link = document.createElement("a");
          link.className = "button";
          link.href = /** @type {HTMLAnchorElement} */ (it).href;
          link.dataset.door = /** @type {HTMLElement} */ (it).dataset.door;
          link.textContent = it.querySelector(".room__number")?.textContent ?? "";
          return link;
        }),
      );
      group.append(term, links);
      doors.append(group);
    }
    list.querySelector("[data-doors]")?.replaceChildren(doors);
  };

  /** @param {number} waiting */
  const showStrip = (waiting) => {
    const { allSent, waitsOne, waitsMany, signIn: again, other } = root.dataset;
    const others = outbox.ofOthers();
    let words = (waiting === 1 ? waitsOne : waitsMany) ?? "";
    if (waiting === 0) words = (others > 0 ? other : allSent) ?? "";
    else if (signedOut) words = again ?? "";
    words = words.replace("#", String(waiting || others));
    if (strip.textContent !== words) strip.textContent = words;
    strip.classList.toggle("outbox--waits", waiting + others > 0);
    signIn.hidden = !(signedOut && waiting > 0);
  };

  /** @param {Entry[]} entries */
  const showRefused = (entries) => {
    const list = /** @type {HTMLElement} */ (root.querySelector("[data-refused]"));
    list.hidden = entries.length === 0;
    list.replaceChildren(
      ...entries.map((entry) => {
        const item = document.createElement("li");
        item.className = "notice notice--late";
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button";
        button.textContent = root.dataset.remove ?? "";
        button.addEventListener("click", () => {
          outbox.remove(entry.id);
          show();
        });
        const said = root.getAttribute(`data-said-${entry.said}`);
        item.append(`${entry.place} · ${said}: ${entry.message} `, button);
        return item;
      }),
    );
  };

  /** Asks for a new token: the session may have been renewed in another window. @returns {Promise<boolean>} */
  const renew = async () => {
    const answer = await fetch(`${href}/doors`, { headers: { "X-Live": "1" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = /** @type {HTMLElement | null} */ (page.querySelector("[data-walk]"));
    if (!fresh || fresh.dataset.owner !== root.dataset.owner) return false;
    token = fresh.dataset.token ?? "";
    return true;
  };

  /** @param {Entry[]} batch @returns {Promise<Response>} */
  const post = async (batch) => {
    const form = new FormData();
    form.set("csrf", token);
    const plain = batch.map(({ id, door, visit, said, since, by_phone, consent, note, photo }) => {
      return { id, door, visit, said, since, by_phone, consent, note, photo: photo !== "" };
    });
    form.set("answers", JSON.stringify(plain));
    for (const { photo } of batch.filter((it) => it.photo !== "")) form.append("photos", file(photo), "photo.jpg");
    return fetch(`${href}/answers`, { method: "POST", body: form, signal: AbortSignal.timeout(PATIENCE) });
  };

  /** Sends what waits; what cannot be sent goes on waiting. */
  const flush = async () => {
    if (busy) return;
    busy = true;
    let renewed = false;
    try {
      for (let batch = next(); batch.length > 0; batch = next()) {
        const answer = await post(batch);
        if (answer.status === 401 || answer.status === 403) {
          signedOut = renewed || !(await renew());
          if (signedOut) break;
          renewed = true;
          continue;
        }
        signedOut = false;
        if (answer.ok) settle((await answer.json()).answers);
        else if (answer.status < 500 && answer.status !== 429 && answer.status !== 408) {
          settle(batch.map(({ id }) => ({ id, result: "refused", message: String(answer.status) })));
        } else break;
      }
    } catch {
      // No signal: they wait.
    } finally {
      busy = false;
      show();
    }
  };

  /** The next answers to send: some without photo, or one with. @returns {Entry[]} */
  const next = () => {
    const waiting = outbox.all().filter((it) => it.state === "waits");
    const plain = waiting.filter((it) => it.photo === "");
    return plain.length > 0 ? plain.slice(0, BATCH) : waiting.slice(0, 1);
  };

  /** @param {{ id: string, result: string, message?: string }[]} answers */
  const settle = (answers) => {
    for (const { id, result, message } of answers) {
      const entry = outbox.all().find((it) => it.id === id);
      if (!entry) continue;
      if (result === "refused") outbox.put({ ...entry, state: "refused", message: message ?? "" });
      // The page may be shown again without signal as it was before: then this says what came after.
      else outbox.put({ ...entry, state: "sent", note: "", photo: "" });
    }
  };

  for (const entry of outbox.all()) {
    const server = told.get(entry.door)?.server;
    if (entry.state === "sent" && server && !after(entry, server)) outbox.remove(entry.id);
  }
  sheet(root, {
    present,
    answer: (entry) => {
      const whole = outbox.put({ ...entry, id: newId(), state: "waits", message: "" });
      if (!whole) strip.textContent = root.dataset.noRoom ?? "";
      show();
      flush();
    },
  });
  show();
  flush();
  setInterval(flush, PAUSE);
  addEventListener("online", flush);
  addEventListener("storage", show);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  keepPage(/** @type {HTMLElement} */ (root.querySelector("[data-needs-https]")));
}

/** @param {string} url of a photo, as text @returns {Blob} */
function file(url) {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (it) => it.charCodeAt(0));
  return new Blob([bytes], { type: "image/jpeg" });
}

/** The sheet of a door. @param {HTMLElement} root
 *  @param {{ present: (door: string) => { visit: number, said: string },
 *    answer: (entry: Omit<Entry, "id" | "state" | "message">) => void }} walk */
function sheet(root, walk) {
  const dialog = /** @type {HTMLDialogElement} */ (root.querySelector("[data-sheet]"));
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  const more = /** @type {HTMLElement} */ (dialog.querySelector("[data-more]"));
  const missing = /** @type {HTMLElement | null} */ (dialog.querySelector("[data-consent-missing]"));
  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));
  let door = "";
  let place = "";
  let visit = 1;
  let said = "";

  const save = async () => {
    const chosen = field("photo")?.files?.[0];
    const note = said === "affected" ? (field("note")?.value.trim() ?? "") : "";
    const consent = field("consent")?.checked ?? false;
    if ((note !== "" || chosen) && !consent) {
      if (missing) missing.hidden = false;
      field("consent")?.focus();
      return;
    }
    const photo = said === "affected" && chosen ? await asText(chosen) : "";
    const since = said === "affected" ? (field("since")?.value ?? "") : "";
    const by_phone = field("by_phone")?.checked ?? false;
    walk.answer({ door, place, visit, said, since, by_phone, consent: consent && said === "affected", note, photo });
    dialog.close();
  };

  root.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("[data-door]");
    if (!(link instanceof HTMLElement) || !("running" in root.dataset)) return;
    event.preventDefault();
    door = link.dataset.door ?? "";
    const cell = root.querySelector(`table [data-door="${door}"]`);
    const stair = cell?.closest("[data-stair]")?.querySelector("summary b")?.textContent ?? "";
    place = `${stair} ${cell?.querySelector(".room__number")?.textContent ?? ""}`;
    const now = walk.present(door);
    // Where nobody was told anything yet this is the next visit; else what was said is put right.
    const open = ["unvisited", "nobody_home"].includes(now.said);
    visit = open ? now.visit + 1 : now.visit;
    form.reset();
    more.hidden = true;
    if (missing) missing.hidden = true;
    for (const button of dialog.querySelectorAll("[data-say]")) button.setAttribute("aria-pressed", "false");
    const words = { "[data-place]": place, "[data-visit-now]": (root.dataset.visit ?? "").replace("#", String(visit)) };
    for (const [css, text] of Object.entries(words)) {
      const it = dialog.querySelector(css);
      if (it) it.textContent = text;
    }
    dialog.showModal();
  });
  for (const it of dialog.querySelectorAll("[data-say]")) {
    it.addEventListener("click", () => {
      said = /** @type {HTMLElement} */ (it).dataset.say ?? "";
      it.setAttribute("aria-pressed", "true");
      const asks = said === "affected" && more.querySelector("select, textarea, input") !== null;
      more.hidden = !asks;
      if (asks) more.querySelector("button")?.scrollIntoView({ block: "nearest" });
      else save();
    });
  }
  dialog.querySelector("[data-save]")?.addEventListener("click", save);
  form.addEventListener("submit", (event) => {
    // Enter in a field closes nothing.
    if (event.submitter === null) event.preventDefault();
  });
}

/** A photo as text, small enough to be kept. @param {File} photo @returns {Promise<string>} */
async function asText(photo) {
  const small = await shrink(photo, SIDE);
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(String(reader.result)));
    reader.addEventListener("error", () => failed(reader.error));
    reader.readAsDataURL(small);
  });
}
