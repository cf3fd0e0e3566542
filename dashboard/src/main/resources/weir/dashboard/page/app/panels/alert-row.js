// One alert as a row of a list.
import { el } from '../dom.js';
import { text, toTime } from '../format.js';
import { alertAddress } from '../route.js';

export function severity(name) {
  return el('span', { class: `severity ${name}` }, name);
}

export function alertRow({ alert, detectedAt }, fresh = false) {
  const withdrawn = alert.status === 'withdrawn';
  return el('a', { class: `alert-row${withdrawn ? ' withdrawn' : ''}${fresh ? ' fresh' : ''}`, href: alertAddress(alert.alertId), 'data-id': alert.alertId },
    el('span', { class: 'rule' }, text(alert.rule)),
    withdrawn ? el('span', { class: 'tag' }, 'withdrawn') : severity(alert.severity),
    el('time', { datetime: new Date(detectedAt).toISOString() }, toTime(detectedAt)),
    el('span', { class: 'line' }, el('span', { class: 'who' }, text(alert.userId)), el('span', { class: 'why' }, text(alert.reason))));
}
