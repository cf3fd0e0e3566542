// A user's way from place to place, on a map that is as near as it allows.
import { el, svg } from '../dom.js';
import { text, toTime } from '../format.js';
import { globe, journey } from '../globe.js';

const [WIDTH, HEIGHT] = [760, 340];
const NAMED = 6;

export async function movements(payments) {
  const stops = payments.filter((payment) => payment.latitude != null).reverse();
  if (stops.length === 0) return el('p', { class: 'empty' }, 'No payment tells where it was.');
  const around = { type: 'MultiPoint', coordinates: stops.map((stop) => [stop.longitude, stop.latitude]) };
  const map = await globe(`Map of ${stops.length} payments`, WIDTH, HEIGHT, around);
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
  const taken = [];
  for (const [city, stop] of places.reverse()) {
    const at = map.project(stop);
    if (!at || taken.some(([x, y]) => Math.abs(x - at[0]) < 90 && Math.abs(y - at[1]) < 15)) continue;
    taken.push(at);
    const right = at[0] > WIDTH - 110;
    map.top.append(svg('text', { class: 'place', x: at[0] + (right ? -8 : 8), y: at[1] + 4, 'text-anchor': right ? 'end' : 'start' }, text(city)));
  }
  return map.root;
}
