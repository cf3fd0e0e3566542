// One alert as a row of a list.
import { el } from '../dom.js';
import { brief, text, toTime } from '../format.js';
import { alertAddress } from '../route.js';

/** A row has room for no more than this. */
const shown = (foreign) => text(brief(foreign, 300));

export function severity(name) {
  return el('span', { class: `severity ${name}` }, name);
}

export function alertRow({ alert, detectedAt }, fresh = false) {
  const withdrawn = alert.status === 'withdrawn';
  return el('a', { class: `alert-row${withdrawn ? ' withdrawn' : ''}${fresh ? ' fresh' : ''}`, href: alertAddress(alert.alertId), 'data-id': alert.alertId },
    el('span', { class: 'rule' }, shown(alert.rule)),
    withdrawn ? el('span', { class: 'tag' }, 'withdrawn') : severity(alert.severity),
    el('time', { datetime: new Date(detectedAt).toISOString() }, toTime(detectedAt)),
    el('span', { class: 'line' }, el('span', { class: 'who' }, shown(alert.userId)), el('span', { class: 'why' }, shown(alert.reason))));
}
