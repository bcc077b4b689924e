// The map: coast and borders for orientation, a mark for each place, marks that would cover each other as one.
/* global L */

const place = document.getElementById("map");
const { places: placesAt, world: worldAt, asked } = place.dataset;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

const map = L.map(place, {
  worldCopyJump: true, minZoom: 1, maxZoom: 8, zoomSnap: 0.5, attributionControl: false, preferCanvas: true,
  zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, maxBounds: [[-75, -220], [85, 220]],
});
map.setView([22, 25], 2);

// -- the base map: land as an area of one colour, borders as lines, disputed ones dashed ------------
const layers = {};
const style = (feature) => ({
  land: { color: colour("--coast"), weight: 0.8, fillColor: colour("--land"), fillOpacity: 1 },
  borders: { color: colour("--border"), weight: 0.8, fill: false },
  disputed: { color: colour("--border"), weight: 1, dashArray: "3 4", fill: false },
})[feature.properties.role];
const base = L.geoJSON(null, { style, interactive: false }).addTo(map);
document.addEventListener("themechange", () => base.setStyle(style));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => base.setStyle(style));

// -- the marks ----------------------------------------------------------------------------------------
const size = (count) => Math.round(22 + Math.min(22, 6 * Math.log2(count)));
const icon = (count, kind, words) => {
  const inner = document.createElement("span");
  inner.textContent = count;
  const hidden = document.createElement("span");
  hidden.className = "hidden";
  hidden.textContent = words;
  const html = document.createElement("span");
  html.append(inner, hidden);
  return L.divIcon({ html, className: `pin ${kind}`, iconSize: [size(count), size(count)] });
};
const plural = (count) => `${count} incident${count === 1 ? "" : "s"}`;
const told = { town: "", district: "only the district is told", province: "only the province is told", country: "only the country is told", region: "only a region is told" };

function mark(one) {
  const say = [plural(one.incidents), told[one.precision]].filter(Boolean).join("; ");
  const kind = `${one.precision}${one.disputed ? " disputed" : ""}`;
  const made = L.marker([one.lat, one.lon], { icon: icon(one.incidents, kind, ` in ${one.name}: ${say}`), riseOnHover: true });
  made.count = one.incidents;
  const inside = document.createElement("div");
  const title = document.createElement("b");
  title.textContent = one.name;
  const line = document.createElement("p");
  line.textContent = `${say}${one.disputed ? `; ${one.disputed} disputed` : ""}`;
  const link = document.createElement("a");
  link.href = `/incidents?${asked ? `${asked}&` : ""}place=${encodeURIComponent(one.place)}`;
  link.textContent = "Show them";
  inside.append(title, line, link);
  return made.bindPopup(inside);
}

const marks = L.markerClusterGroup({
  showCoverageOnHover: false, maxClusterRadius: 52, animate: !still, spiderfyOnMaxZoom: true,
  iconCreateFunction: (cluster) => {
    const inside = cluster.getAllChildMarkers();
    const count = inside.reduce((sum, one) => sum + one.count, 0);
    return icon(count, "many", ` incidents at ${inside.length} places here; press to come closer`);
  },
});
map.addLayer(marks);

async function draw() {
  const [world, { places }] = await Promise.all([worldAt, placesAt].map((address) => fetch(address).then((a) => a.json())));
  base.addData(world);
  marks.addLayers(places.map(mark));
  if (places.length) map.fitBounds(L.latLngBounds(places.map((one) => [one.lat, one.lon])).pad(0.12), { maxZoom: 5, animate: false });
  place.dataset.drawn = String(places.length);
}
draw().catch((error) => {
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = `The map cannot be drawn (${error.message}); the list of places holds the same.`;
  place.before(words);
});
