// The map of a draft: grids in colours with their numbers. From near, every building has the number of its grid, which
// is dragged onto another grid, and the page then says what that costs. Lists below the map do the same.

/**
 * @typedef {{kind: "building" | "grid" | "way" | "barrier", name: string, id?: string, group?: number,
 *   mark?: number, tone?: number, middle?: [number, number]}} Shape
 */

/** How far from a building's middle something may be dropped, in pixels. */
const REACH = 90;
/** How far apart numbers stand that can be read, in pixels. */
const ROOM = 30;

/** @param {string} className @param {string} words @param {[number, number]} size */
function sign(className, words, size) {
  const html = document.createElement("span");
  html.textContent = words;
  return L.divIcon({ className, html, iconSize: size });
}

/** @param {{kind: string, tone?: number}} shape */
function style({ kind, tone }) {
  if (kind === "way") return { className: "design__way", weight: 2, fill: false };
  if (kind === "barrier") return { className: "design__barrier", weight: 4, fill: false };
  return { className: `plan__building plan__tone--${tone}`, weight: 1, fillOpacity: 0.5 };
}

/**
 * The nearest other building to a point, if one is near.
 * @param {any} map @param {Shape[]} buildings @param {Shape} self @param {any} at
 */
function nearest(map, buildings, self, at) {
  const here = map.latLngToContainerPoint(at);
  const way = ({ middle }) => here.distanceTo(map.latLngToContainerPoint([middle[1], middle[0]]));
  const others = buildings.filter((it) => it.id !== self.id).map((it) => ({ it, far: way(it) }));
  others.sort((one, other) => one.far - other.far);
  return others.length > 0 && others[0].far < REACH ? others[0].it : null;
}

/**
 * Whether there is room for a number on every building.
 * @param {any} map @param {Shape[]} buildings
 */
function isNear(map, buildings) {
  const points = buildings.map(({ middle: [x, y] }) => map.latLngToContainerPoint([y, x]));
  const gaps = points.map((it) => {
    const others = points.filter((other) => other !== it);
    return Math.min(...others.map((other) => it.distanceTo(other)));
  });
  gaps.sort((one, other) => one - other);
  return gaps.length === 0 || gaps[gaps.length >> 1] > ROOM;
}

/** @param {HTMLElement} box */
async function draw(box) {
  const answer = await fetch(box.dataset.design ?? "");
  const shapes = await answer.json();
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25 });
  const outlines = L.geoJSON(shapes, {
    filter: ({ geometry }) => geometry.type !== "Point",
    style: ({ properties }) => style(properties),
    onEachFeature: ({ properties }, layer) => {
      layer.bindTooltip(Object.assign(document.createElement("span"), { textContent: properties.name }));
    },
  }).addTo(map);
  /** @type {Shape[]} */
  const points = shapes.features.map(({ properties }) => properties).filter(({ middle }) => middle);
  const buildings = points.filter(({ kind }) => kind === "building");
  const bounds = L.latLngBounds(points.map(({ middle: [x, y] }) => [y, x]));
  if (outlines.getLayers().length > 0) bounds.extend(outlines.getBounds());
  map.fitBounds(bounds, { padding: [16, 16] });
  const look = () => box.classList.toggle("design--near", isNear(map, buildings));
  map.on("zoomend", look);
  look();
  for (const shape of buildings) {
    const [x, y] = shape.middle;
    const mark = L.marker([y, x], {
      icon: sign("design__mark", String(shape.mark), [28, 28]),
      draggable: Boolean(box.dataset.try),
      keyboard: false,
      title: shape.name,
    }).addTo(map);
    mark.on("dragend", () => {
      const onto = nearest(map, buildings, shape, mark.getLatLng());
      if (!onto || onto.group === shape.group) {
        mark.setLatLng([y, x]);
        return;
      }
      const asked = new URLSearchParams({ building: shape.id ?? "", to: String(onto.group) });
      location.assign(`${box.dataset.try}?${asked}#try`);
    });
  }
  for (const { middle: [x, y], name } of points.filter(({ kind }) => kind === "grid")) {
    const icon = sign("design__label", name, [0, 0]);
    L.marker([y, x], { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(map);
  }
}

for (const box of document.querySelectorAll("[data-design]")) {
  // Without the map the lists are enough.
  draw(/** @type {HTMLElement} */ (box)).catch(() => box.remove());
}
