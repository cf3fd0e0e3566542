// One alert as a row of a list.
import { el } from '../dom.js';
import { brief, text, toTime } from '../format.js';
import { alertAddress } from '../route.js';
import { marks } from '../standing.js';

/** A row has no room for more than this. */
const shown = (foreign) => text(brief(foreign, 300));

export function severity(name) {
  return el('span', { class: `severity ${name}` }, name);
}

export const tags = (alert) => marks(alert).map((mark) => el('span', { class: 'tag' }, mark));

/** By which keys the rule looked, besides the user. */
function keys({ by }) {
  const all = Object.entries(by ?? {}).filter(([, value]) => value != null).map(([name, value]) => `${name} ${value}`);
  return all.length > 0 && el('span', { class: 'by' }, shown(all.join(', ')));
}

export function alertRow({ alert, detectedAt }, fresh = false) {
  const [mark] = marks(alert);
  return el('a', { class: ['alert-row', mark, fresh && 'fresh'].filter(Boolean).join(' '), href: alertAddress(alert.alertId), 'data-id': alert.alertId },
    el('span', { class: 'rule' }, shown(alert.rule)),
    mark ? el('span', { class: 'tag' }, mark) : severity(alert.severity),
    el('time', { datetime: new Date(detectedAt).toISOString() }, toTime(detectedAt)),
    el('span', { class: 'line' }, el('span', { class: 'who' }, shown(alert.userId)), keys(alert), el('span', { class: 'why' }, shown(alert.reason))));
}
