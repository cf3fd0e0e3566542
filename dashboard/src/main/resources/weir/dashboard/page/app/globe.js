// The outline of the world and its projection. The maps of the page draw on top of it.
import { svg } from './dom.js';

/** Beyond this scale the outline of the land is too coarse. */
const NEAREST = 1400;

let shapes = null;
const world = () => (shapes ??= fetch('/world.json').then((response) => response.json()));

/** The inhabited part of the world. */
const INHABITED = { type: 'MultiPoint', coordinates: [[-180, 0], [180, 0], [0, 84], [0, -57]] };

/** A map that zooms in by less than this factor shows the whole world instead. */
const NEARER = 1.6;

/** The middle of the longitudes: it lies opposite the widest gap between them. */
function middle(longitudes) {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b);
  const gaps = sorted.map((from, i) => ({ from, width: (sorted[i + 1] ?? sorted[0] + 360) - from }));
  const widest = d3.greatest(gaps, (gap) => gap.width);
  return widest.from + widest.width / 2 + 180;
}

/** Turns and enlarges the globe until the journeys fill the frame. A single place is shown with its country. */
function near(projection, width, height, places) {
  const [scale, translate] = [projection.scale(), projection.translate()];
  const margin = Math.min(90, width / 6);
  const ways = { type: 'GeometryCollection', geometries: [...places.map(point), ...d3.pairs(places).map(([from, to]) => journey(from, to))] };
  projection.rotate([-middle(places.map((place) => place.longitude)), 0]).fitExtent([[margin, 40], [width - margin, height - 40]], ways);
  if (projection.scale() < scale * NEARER) { projection.scale(scale).translate(translate); return false; }
  projection.scale(Math.min(projection.scale(), NEAREST)).translate([0, 0]);
  const [[left, top], [right, bottom]] = d3.geoPath(projection).bounds(ways);
  projection.translate([(width - left - right) / 2, (height - top - bottom) / 2]);
  return true;
}

/** A map of the world in a given frame, or zoomed in on some places as far as they allow. */
export async function globe(label, width, height, places = []) {
  const { land, borders } = await world();
  const projection = d3.geoEqualEarth().fitExtent([[2, 2], [width - 2, height - 2]], INHABITED);
  const isNear = places.length > 0 && near(projection, width, height, places);
  // The element may be wider or higher than its frame, and the map fills that space too.
  projection.clipExtent(isNear ? [[-width, -height], [2 * width, 2 * height]] : [[0, 0], [width, height]]);
  const path = d3.geoPath(projection).digits(1);
  const top = svg('g');
  const root = svg('svg', { class: isNear ? 'world near' : 'world', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    !isNear && svg('path', { class: 'sea', d: path({ type: 'Sphere' }) }), svg('path', { class: 'land', d: path(land) }), svg('path', { class: 'borders', d: path(borders) }), top);
  return { root, top, path, project: (place) => projection([place.longitude, place.latitude]) };
}

const point = (place) => ({ type: 'Point', coordinates: [place.longitude, place.latitude] });

const STEPS = 32;
/** A way bends towards its pole by this part of its width in degrees, at most by so many, and never beyond that latitude. */
const [BEND, MOST_BEND, TOP] = [0.14, 12, 72];

/**
 * The way between two places: the shorter one around the globe, in a gentle bend. The shortest one of all leads
 * over the pole if the places lie opposite each other, and would run wild over the map.
 */
export function journey(from, to) {
  const wide = ((to.longitude - from.longitude + 540) % 360) - 180;
  const side = from.latitude + to.latitude < 0 ? -1 : 1;
  const bend = side * Math.min(MOST_BEND, Math.abs(wide) * BEND);
  const most = Math.max(TOP, Math.abs(from.latitude), Math.abs(to.latitude));
  return { type: 'LineString', coordinates: d3.range(STEPS + 1).map((step) => {
    const part = step / STEPS;
    const latitude = from.latitude + (to.latitude - from.latitude) * part + bend * Math.sin(Math.PI * part);
    return [from.longitude + wide * part, Math.max(-most, Math.min(most, latitude))];
  }) };
}
