// The journeys of a user from place to place, on a map that is zoomed in as far as they allow.
import { el, svg } from '../dom.js';
import { brief, text, toTime } from '../format.js';
import { globe, journey } from '../globe.js';

const NAMED = 12;
const LONGEST = 22;
/** The width of a letter and the height of a line, roughly, in units of the frame. */
const [LETTER, LINE] = [6.7, 15];

/** The frame has the size of the map on the screen, so that letters on a phone are as large as elsewhere. */
const frame = () => (innerWidth > 900 ? [760, 340] : [Math.max(260, innerWidth - 56), 230]);

export async function movements(payments) {
  const stops = payments.filter((payment) => payment.latitude != null).reverse();
  if (stops.length === 0) return el('p', { class: 'empty' }, 'No payment has coordinates.');
  const [width, height] = frame();
  const map = await globe(`Map of ${stops.length} payments`, width, height, stops);
  stops.slice(1).forEach((stop, i) => {
    const before = stops[i];
    if (before.latitude === stop.latitude && before.longitude === stop.longitude) return;
    map.top.append(svg('path', { class: `step ${stop.flagged ? 'flagged' : ''}`, d: map.path(journey(before, stop)) }));
  });
  for (const stop of [...stops].sort((a, b) => a.flagged - b.flagged)) {
    const at = map.project(stop);
    if (at) map.top.append(svg('circle', { class: `stop ${stop.flagged ? 'flagged' : ''}`, cx: at[0].toFixed(1), cy: at[1].toFixed(1), r: 4 }, svg('title', {}, `${toTime(stop.time)}: ${text(stop.city)}`)));
  }
  const places = d3.rollups(stops, (all) => all.at(-1), (stop) => stop.city).filter(([city]) => city).slice(-NAMED);
  name(map, width, places.reverse());
  return map.root;
}

/** Writes the names of the latest places where a name covers neither another name nor a stop. */
function name(map, width, places) {
  const taken = places.map(([, stop]) => map.project(stop)).map(([x, y]) => [x - 5, y - 5, x + 5, y + 5]);
  for (const [city, stop] of places) {
    const [x, y] = map.project(stop);
    const words = brief(text(city), LONGEST);
    const long = words.length * LETTER;
    const free = [[x + 7, 'start'], [x - 7 - long, 'end']].find(([left]) => left > 0 && left + long < width
      && !taken.some((box) => left < box[2] && left + long > box[0] && y - LINE / 2 < box[3] && y + LINE / 2 > box[1]));
    if (!free) continue;
    const [left, anchor] = free;
    taken.push([left, y - LINE / 2, left + long, y + LINE / 2]);
    map.top.append(svg('text', { class: 'place', x: x + (anchor === 'end' ? -8 : 8), y: y + 4, 'text-anchor': anchor }, words));
  }
}
