// The world's outline and its projection, for whoever draws on it.
import { svg } from './dom.js';

/** Beyond this scale the outline of the land is too coarse. */
const NEAREST = 1400;

let shapes = null;
const world = () => (shapes ??= fetch('/world.json').then((response) => response.json()));

/** Turns and enlarges the globe until the points fill the frame; a single one is seen with its country. */
function near(projection, width, height, points) {
  projection.rotate([-d3.geoCentroid(points)[0], 0]).fitExtent([[90, 50], [width - 90, height - 50]], points);
  projection.scale(Math.min(projection.scale(), NEAREST)).translate([0, 0]);
  const [[left, top], [right, bottom]] = d3.geoPath(projection).bounds(points);
  projection.translate([(width - left - right) / 2, (height - top - bottom) / 2]);
}

/** An empty map in a given frame; with points, as near as they allow. */
export async function globe(label, width, height, around = null) {
  const { land, borders } = await world();
  const projection = d3.geoEqualEarth().fitExtent([[2, 2], [width - 2, height - 2]], { type: 'Sphere' });
  if (around) near(projection, width, height, around);
  // The element may be wider or higher than its frame, and shows what is there.
  projection.clipExtent([[-width, -height], [2 * width, 2 * height]]);
  const path = d3.geoPath(projection).digits(1);
  const top = svg('g');
  const root = svg('svg', { class: 'world', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    !around && svg('path', { class: 'sea', d: path({ type: 'Sphere' }) }), svg('path', { class: 'land', d: path(land) }), svg('path', { class: 'borders', d: path(borders) }), top);
  return { root, top, path, project: (place) => projection([place.longitude, place.latitude]) };
}

/** The short way over the globe. */
export const journey = (from, to) => ({ type: 'LineString', coordinates: [[from.longitude, from.latitude], [to.longitude, to.latitude]] });
