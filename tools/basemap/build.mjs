// Builds what the web desk ships from elsewhere: the base map, and the scripts that draw on it.
//
//   cd tools/basemap && npm ci --ignore-scripts && node build.mjs
//
// The atlas (world-atlas 2.0.2, Natural Earth 4.1) is spherical: drawn as it stands, Russia and Fiji put bands across
// the whole map. So land and borders are cut at the antimeridian here, once. Borders come out as lines, never as areas:
// nothing is coloured by country, no country is named, and the lines of BY_FORCE_OR_CLAIM are kept apart to be drawn
// dashed. Where an event happened is never read off this map.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature, mesh } from "topojson-client";

const WEB = "../../src/whosays/web/static";
const TESTS = "../../tests/web/vendor";
const SMALLEST = 0.004; // square degrees: smaller islands are less than a dot at the closest zoom

// Lines between two neighbours that at least one state or one of the two does not recognise as a border, or that are
// ceasefire lines. By the atlas's numbers and names.
const BY_FORCE_OR_CLAIM = [
  ["Morocco", "W. Sahara"], ["Mauritania", "W. Sahara"], ["Algeria", "W. Sahara"], ["Israel", "Palestine"],
  ["Egypt", "Palestine"], ["Jordan", "Palestine"], ["Israel", "Syria"], ["Israel", "Lebanon"],
  ["India", "Pakistan"], ["India", "China"], ["Pakistan", "China"], ["Siachen Glacier", "India"],
  ["Siachen Glacier", "Pakistan"], ["Siachen Glacier", "China"], ["Somaliland", "Somalia"],
  ["Somaliland", "Ethiopia"], ["Somaliland", "Djibouti"], ["Kosovo", "Serbia"], ["Kosovo", "Albania"],
  ["Kosovo", "Macedonia"], ["Kosovo", "Montenegro"], ["N. Cyprus", "Cyprus"], ["Russia", "Ukraine"],
  ["North Korea", "South Korea"], ["Sudan", "S. Sudan"], ["Armenia", "Azerbaijan"], ["Eritrea", "Ethiopia"],
  ["Kenya", "S. Sudan"], ["Egypt", "Sudan"], ["Venezuela", "Guyana"], ["Bhutan", "China"], ["Georgia", "Russia"],
];

const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json"));
const plane = geoEquirectangular().reflectY(true).translate([0, 0]).scale(180 / Math.PI).precision(0);
const near = (c) => (typeof c[0] === "number" ? c.map((n) => Math.round(n * 100) / 100) : c.map(near));
const area = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    return sum + x * v - u * y;
  }, 0)) / 2;

function cut(object) {
  const flat = geoProject(object, plane);
  const shapes = flat.features ? flat.features.map((f) => f.geometry) : [flat.geometry ?? flat];
  return shapes.flatMap((s) => (s.type.startsWith("Multi") ? s.coordinates : [s.coordinates])).map(near);
}

const disputed = new Set(BY_FORCE_OR_CLAIM.map((pair) => pair.slice().sort().join("|")));
const isDisputed = (a, b) => disputed.has([a.properties.name, b.properties.name].sort().join("|"));
const known = new Set(atlas.objects.countries.geometries.map((g) => g.properties.name));
for (const name of BY_FORCE_OR_CLAIM.flat()) if (!known.has(name)) throw new Error(`no ${name} in the atlas`);

const lines = (wanted) =>
  cut({ type: "Feature", properties: {}, geometry: mesh(atlas, atlas.objects.countries, wanted) });
const layer = (role, type, coordinates) => ({ type: "Feature", properties: { role }, geometry: { type, coordinates } });
const world = {
  type: "FeatureCollection",
  features: [
    layer("land", "MultiPolygon", cut(feature(atlas, atlas.objects.land)).filter((p) => area(p[0]) >= SMALLEST)),
    layer("borders", "MultiLineString", lines((a, b) => a !== b && !isDisputed(a, b))),
    layer("disputed", "MultiLineString", lines((a, b) => a !== b && isDisputed(a, b))),
  ],
};
mkdirSync(`${WEB}/map`, { recursive: true });
writeFileSync(`${WEB}/map/world.json`, JSON.stringify(world));

const VENDORED = [
  ["leaflet", "dist/leaflet.js", `${WEB}/vendor/leaflet.js`],
  ["leaflet", "dist/leaflet.css", `${WEB}/vendor/leaflet.css`],
  ["leaflet", "LICENSE", `${WEB}/vendor/leaflet.LICENSE`],
  ["leaflet.markercluster", "dist/leaflet.markercluster.js", `${WEB}/vendor/markercluster.js`],
  ["leaflet.markercluster", "dist/MarkerCluster.css", `${WEB}/vendor/markercluster.css`],
  ["leaflet.markercluster", "MIT-LICENCE.txt", `${WEB}/vendor/markercluster.LICENSE`],
  ["world-atlas", "LICENSE", `${WEB}/map/world-atlas.LICENSE`],
  ["axe-core", "axe.min.js", `${TESTS}/axe.min.js`],
  ["axe-core", "LICENSE", `${TESTS}/axe.LICENSE`],
];
const entries = [];
for (const [name, from, to] of VENDORED) {
  mkdirSync(to.slice(0, to.lastIndexOf("/")), { recursive: true });
  copyFileSync(`node_modules/${name}/${from}`, to);
  entries.push([name, to]);
}
entries.push(["world-atlas", `${WEB}/map/world.json`]);
const manifest = entries.map(([name, to]) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`));
  const sha256 = createHash("sha256").update(readFileSync(to)).digest("hex");
  return { file: to.replace("../../", ""), package: name, version, licence: license, sha256 };
});
writeFileSync(`${WEB}/vendor/MANIFEST.json`, `${JSON.stringify(manifest, null, 2)}\n`);
