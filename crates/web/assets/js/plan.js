// The plan of the community: its own outlines, without a map below. The list beside it has the same links.

/**
 * @typedef {{kind: "estate" | "building", name: string, href: string, note?: string, open?: number,
 *   tone?: number | null, gap?: boolean}} Outline
 */

/** @param {Outline} outline */
function className({ kind, open, tone, gap }) {
  if (kind === "estate") return "plan__estate";
  if (gap) return "plan__building plan__building--gap";
  if (typeof tone === "number") return `plan__building plan__tone--${tone}`;
  return open ? "plan__building plan__building--open" : "plan__building";
}

/** @param {Outline} outline @returns {HTMLElement} */
function popup({ name, href, note }) {
  const box = document.createElement("div");
  const link = document.createElement("a");
  link.href = href;
  link.textContent = name;
  box.append(link);
  if (note) box.append(document.createElement("br"), note);
  return box;
}

/** A node, because Leaflet reads a text as HTML. @param {Outline} outline @returns {HTMLElement} */
function label({ name }) {
  return Object.assign(document.createElement("span"), { textContent: name });
}

/** Fills the fields of a place in. @param {{lng: number, lat: number}} at */
function pick({ lng, lat }) {
  for (const [id, value] of Object.entries({ longitude: lng, latitude: lat })) {
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
    if (field) field.value = value.toFixed(6);
  }
}

/** @param {HTMLElement} box */
async function draw(box) {
  const answer = await fetch(box.dataset.plan ?? "");
  const outlines = await answer.json();
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25 });
  const layer = L.geoJSON(outlines, {
    style: (feature) => {
      const isEstate = feature.properties.kind === "estate";
      const [weight, fillOpacity] = isEstate ? [2, 0.08] : [1, 0.45];
      return { className: className(feature.properties), weight, fillOpacity };
    },
    onEachFeature: (feature, shape) => {
      shape.bindPopup(() => popup(feature.properties));
      const isEstate = feature.properties.kind === "estate";
      shape.bindTooltip(label(feature.properties), { sticky: !isEstate });
      if (isEstate) shape.bringToBack();
    },
  }).addTo(map);
  if ("pick" in box.dataset) map.on("click", ({ latlng }) => pick(latlng));
  if (layer.getLayers().length > 0) map.fitBounds(layer.getBounds(), { padding: [16, 16] });
}

for (const box of document.querySelectorAll("[data-plan]")) {
  // Without outlines the list beside the plan is enough.
  draw(/** @type {HTMLElement} */ (box)).catch(() => box.remove());
}
