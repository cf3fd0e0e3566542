// One alert as a row of a list.
import { el } from '../dom.js';
import { brief, money, text, toTime } from '../format.js';
import { alertAddress } from '../route.js';
import { sentence } from '../sentence.js';
import { marks } from '../standing.js';

/** A row has no room for more than this. */
export const shown = (foreign) => text(brief(foreign, 300));

export function severity(name) {
  return el('span', { class: `severity ${name}` }, name);
}

export const tags = (alert) => marks(alert).map((mark) => el('span', { class: 'tag' }, mark));

/** By which keys the rule looked, besides the user. */
function keys({ by }) {
  const all = Object.entries(by ?? {}).filter(([, value]) => value != null).map(([name, value]) => `${name} ${value}`);
  return all.length > 0 && el('span', { class: 'by' }, shown(all.join(', ')));
}

/** The money at stake, if it is known: exactly in one currency, or that there are several. */
export function stake({ money: sums, partial }) {
  if (sums.length === 0) return null;
  const each = sums.map(({ currency, amount }) => `${partial ? '≥ ' : ''}${money(amount, currency)}`);
  return el('span', { class: 'stake', title: partial ? `${each.join(', ')}: not all of the payments are known here` : each.join(', ') }, each.length === 1 ? each[0] : 'several currencies');
}

/** A row of an alert, with the money at stake if the list shows it. */
export function alertRow({ alert, detectedAt }, fresh = false, figures = null) {
  const [mark] = marks(alert);
  const why = sentence(alert);
  const worth = figures && stake(figures);
  return el('a', { class: ['alert-row', mark, fresh && 'fresh'].filter(Boolean).join(' '), href: alertAddress(alert.alertId), 'data-id': alert.alertId },
    el('span', { class: 'rule' }, shown(alert.rule)),
    mark ? el('span', { class: 'tag' }, mark) : severity(alert.severity),
    el('time', { datetime: new Date(detectedAt).toISOString() }, toTime(detectedAt)),
    el('span', { class: 'line' }, el('span', { class: 'who' }, shown(alert.userId)), keys(alert), el('span', { class: 'why' }, shown(why)), worth && !why.includes(worth.textContent) && worth));
}
