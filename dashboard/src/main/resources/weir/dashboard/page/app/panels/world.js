// The places of alerts, and the impossible journeys between them.
import { onFrame, panel, svg } from '../dom.js';
import { count, text } from '../format.js';
import { globe, journey } from '../globe.js';
import { alertAddress } from '../route.js';
import { sentence } from '../sentence.js';
import { counts } from '../standing.js';
import { on, store, newest } from '../store.js';

const MOST = 300;
const ARCS = 40;
const RINGS = 12;

const { root, note } = panel('map', 'Where alerts happen');
const map = await globe('Map of alerts', 960, 418);
root.append(map.root);
const [arcs, spots, rings] = [svg('g'), svg('g'), svg('g')];
map.top.append(arcs, spots, rings);
const drawn = new Map();

const name = (place) => text([place.city, place.country].filter(Boolean).join(', ') || 'an unnamed place');

function mark({ alert }, places) {
  const title = `${text(alert.userId)}, ${text(alert.rule)}: ${text(sentence(alert))} (${places.map(name).join(' to ')})`;
  const at = places.map((place) => map.project(place)).filter(Boolean);
  const spot = at.at(-1) && svg('circle', { 'data-id': alert.alertId, class: `spot ${alert.severity}`, cx: at.at(-1)[0].toFixed(1), cy: at.at(-1)[1].toFixed(1), r: alert.severity === 'critical' ? 4 : 3.2 }, svg('title', {}, title));
  const arc = places.length > 1 && svg('path', { 'data-id': alert.alertId, class: `arc fresh ${alert.severity}`, d: map.path(journey(places[0], places.at(-1))) }, svg('title', {}, title));
  return { spot, arc, at: at.at(-1) };
}

function redraw() {
  const shown = newest().slice(0, MOST).filter(({ alert }) => counts(alert) && store.places.has(alert.alertId));
  const ids = new Set(shown.map(({ alert }) => alert.alertId));
  for (const [id, marks] of drawn) {
    if (!ids.has(id)) { marks.spot?.remove(); marks.arc?.remove?.(); drawn.delete(id); }
  }
  let travels = 0;
  for (const message of shown) {
    const id = message.alert.alertId;
    const places = store.places.get(id);
    const known = drawn.get(id) ?? mark(message, places);
    if (places.length > 1) travels += 1;
    if (known.arc) travels <= ARCS ? known.arc.isConnected || arcs.append(known.arc) : known.arc.remove();
    if (known.spot && !known.spot.isConnected) spots.append(known.spot);
    drawn.set(id, known);
  }
  note(shown.length ? `${count(shown.length)} newest with a place, ${count(travels)} impossible ${travels === 1 ? 'journey' : 'journeys'}` : store.tick?.postgres.state === 'UP' ? 'no alert with a place yet' : 'places come from PostgreSQL');
  map.root.setAttribute('aria-label', `Map of ${shown.length} alerts and ${travels} impossible journeys`);
}

/** Draws a ring at the place of a new alert, and only a few rings at once. */
function ring(found) {
  for (const { alertId } of found.slice(-RINGS)) {
    const marks = drawn.get(alertId);
    const message = store.alerts.get(alertId);
    if (!marks?.at || !message || Date.now() - message.detectedAt > 10_000 || rings.childElementCount > RINGS) continue;
    const circle = svg('circle', { class: `ring ${message.alert.severity}`, cx: marks.at[0], cy: marks.at[1], r: 3 });
    circle.addEventListener('animationend', () => circle.remove());
    rings.append(circle);
    setTimeout(() => circle.remove(), 3000);
  }
}

// The list leads to the same alerts by keyboard.
map.top.addEventListener('click', ({ target }) => {
  const mark = target.closest('[data-id]');
  if (mark) location.hash = alertAddress(mark.dataset.id);
});

const draw = onFrame(redraw);
on('state', draw);
on('alerts', draw);
on('grounds', (found) => { draw(); requestAnimationFrame(() => ring(found)); });
draw();
