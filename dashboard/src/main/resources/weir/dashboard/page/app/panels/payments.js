// The payments of a user: as a table, and as dots on a timeline.
import { el, svg } from '../dom.js';
import { brief, money, number, text, toFull, toTime, toClock } from '../format.js';

/** The name of a city may be of any length, and so may what a declared field holds. */
const MOST = 40;

const where = (payment) => [payment.city, payment.country].filter(Boolean).map((part) => brief(text(part), MOST)).join(', ');
const what = (payment) => [payment.category, payment.method].filter(Boolean).map((part) => brief(text(part), MOST)).join(' · ');

const shown = (value) => (typeof value === 'number' ? number(value) : brief(text(value), MOST));

/** Where the money went, and from what. */
function ids({ merchant, device }) {
  const all = [merchant && `merchant ${brief(text(merchant), MOST)}`, device && `device ${brief(text(device), MOST)}`].filter(Boolean);
  return all.length > 0 && el('span', { class: 'ids' }, all.join(' · '));
}

/** The fields that the charter declares besides. */
function declared(payment) {
  const fields = Object.entries(payment.fields ?? {});
  return fields.length > 0 && el('span', { class: 'declared' }, fields.map(([name, value]) => `${text(name)} ${shown(value)}`).join(' · '));
}

export function table(payments, kind = () => '') {
  const scored = payments.some((payment) => payment.score != null);
  const names = ['Time', 'Amount', ...(scored ? ['Score'] : []), 'What', 'Where'];
  const head = el('thead', {}, el('tr', {}, ...names.map((name) => el('th', { scope: 'col', class: ['Amount', 'Score'].includes(name) && 'number' }, name))));
  const rows = payments.map((payment) => el('tr', { class: kind(payment) || null, tabindex: kind(payment).includes('evidence') && '-1' },
    el('td', { title: toFull(payment.time) }, toTime(payment.time)),
    el('td', { class: 'number' }, money(payment.amount, payment.currency)),
    scored && el('td', { class: 'number' }, payment.score == null ? '–' : number(payment.score)),
    el('td', {}, what(payment) || '–', kind(payment).includes('evidence') && [' ', el('span', { class: 'tag' }, 'evidence')],
      kind(payment) === '' && payment.flagged && payment.rules.map((rule) => [' ', el('span', { class: 'tag' }, text(rule))]).flat(),
      ids(payment), declared(payment)),
    el('td', { title: text(payment.city) || null }, where(payment) || '–')));
  return el('div', { class: 'scroll' }, el('table', { class: 'payments' }, head, el('tbody', {}, rows)));
}

export function strip(payments, alert) {
  const [start, end] = [Date.parse(alert.windowStart), Date.parse(alert.windowEnd)];
  const times = payments.map((payment) => payment.time);
  const [from, to] = [Math.min(start, ...times), Math.max(end, ...times)];
  const x = (time) => `${(2 + ((time - from) / Math.max(1, to - from)) * 96).toFixed(2)}%`;
  const evidence = new Set(alert.evidence);
  return svg('svg', { class: `strip-chart ${alert.severity}`, role: 'img', 'aria-label': `${payments.length} payments around the window, ${evidence.size} of them evidence` },
    svg('rect', { class: 'window', x: x(start), y: 2, width: `${((end - start) / Math.max(1, to - from) * 96).toFixed(2)}%`, height: 26, rx: 4 }),
    svg('line', { class: 'axis', x1: '2%', x2: '98%', y1: 15, y2: 15 }),
    ...[...payments].sort((a, b) => evidence.has(a.id) - evidence.has(b.id)).map((payment) => svg('circle', { cx: x(payment.time), cy: 15, r: evidence.has(payment.id) ? 5.5 : 3.5, class: evidence.has(payment.id) && 'evidence' }, svg('title', {}, `${toTime(payment.time)}: ${money(payment.amount, payment.currency)}`))),
    svg('text', { x: '2%', y: 43 }, toClock(from)), svg('text', { x: '98%', y: 43, 'text-anchor': 'end' }, toClock(to)));
}
