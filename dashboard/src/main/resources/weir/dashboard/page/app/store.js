// What the page knows. Of two alerts with the same id, the one that has seen more stands, as everywhere in Weir.

const MOST = 2000;
/** A new stream begins with this many alerts, if there are as many. */
const AT_ONCE = 300;

export const store = {
  alerts: new Map(),
  points: [],
  places: new Map(),
  payments: new Map(),
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

/** Takes alerts in any order, and returns those that are new or have changed. */
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

const sorted = () => [...store.alerts.values()].sort((a, b) => b.detectedAt - a.detectedAt);

/** The newest alerts first, without those of rules on trial: only an opened alert can be one of these. */
export function newest() {
  order ??= sorted().filter(({ alert }) => alert.mode !== 'shadow');
  return order;
}

function prune() {
  for (const message of sorted().slice(MOST)) {
    store.alerts.delete(message.alert.alertId);
    store.places.delete(message.alert.alertId);
    store.payments.delete(message.alert.alertId);
  }
  order = null;
}

/**
 * Starts from the state of a new stream. Its rates replace the old ones. If the stream sends as many
 * alerts as it can and the page knows none of them, it may have missed others in between. The page
 * then drops the alerts from before that gap.
 */
export function begin(state) {
  if (state.alerts.length >= AT_ONCE && !state.alerts.some(({ alert }) => store.alerts.has(alert.alertId))) {
    for (const known of [store.alerts, store.places, store.payments]) known.clear();
    order = null;
  }
  store.points = state.points;
  addGrounds(state.grounds);
  return merge(state.alerts);
}

/** Takes what alerts rest on: their payments, and the places of these. */
export function addGrounds(found) {
  for (const { alertId, places, payments } of found) {
    if (places.length > 0) store.places.set(alertId, places);
    store.payments.set(alertId, payments);
  }
}

export function addPoint(point) {
  store.points.push(point);
  if (store.points.length > 900) store.points.shift();
}
