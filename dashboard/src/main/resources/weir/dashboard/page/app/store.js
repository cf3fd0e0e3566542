// What the page knows. Of two alerts with one id the one that has seen more stands, as everywhere in Weir.

const MOST = 2000;
/** How many alerts a new stream begins with, if there are so many. */
const AT_ONCE = 300;

export const store = {
  alerts: new Map(),
  points: [],
  places: new Map(),
  tick: null,
  panels: {},
};

const listeners = new Map();
let order = null;

export function on(name, listener) {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
}

export function emit(name, value) {
  for (const listener of listeners.get(name) ?? []) listener(value);
}

/** Takes alerts in any order, and gives those that are new or another than before. */
export function merge(messages) {
  const changed = [];
  for (const message of messages) {
    const id = message.alert.alertId;
    const known = store.alerts.get(id);
    if (known && known.alert.seen >= message.alert.seen) continue;
    store.alerts.set(id, message);
    changed.push(message);
  }
  if (changed.length > 0) {
    order = null;
    if (store.alerts.size > MOST * 1.2) prune();
  }
  return changed;
}

/** Newest first. */
export function newest() {
  order ??= [...store.alerts.values()].sort((a, b) => b.detectedAt - a.detectedAt);
  return order;
}

function prune() {
  for (const message of newest().slice(MOST)) {
    store.alerts.delete(message.alert.alertId);
    store.places.delete(message.alert.alertId);
  }
  order = null;
}

/**
 * A new stream: what it says now is all that is known of rates. If it tells as many alerts as it ever
 * does and none of them is known, there may be others between: what lies before such a gap is let go.
 */
export function begin(state) {
  if (state.alerts.length >= AT_ONCE && !state.alerts.some(({ alert }) => store.alerts.has(alert.alertId))) {
    store.alerts.clear();
    order = null;
  }
  store.points = state.points;
  addPlaces(state.places);
  return merge(state.alerts);
}

export function addPlaces(found) {
  for (const { alertId, places } of found) store.places.set(alertId, places);
}

export function addPoint(point) {
  store.points.push(point);
  if (store.points.length > 900) store.points.shift();
}
