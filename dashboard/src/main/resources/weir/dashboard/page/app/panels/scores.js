// How right rules have been, by what payments were labelled as since. Hidden until there are labels.
import { el, panel, redraw } from '../dom.js';
import { count, money, share, text } from '../format.js';
import { modelAddress } from '../route.js';
import { emit, on } from '../store.js';

const HEADS = ['Rule', 'Mode', 'Alerts', 'Fraud', 'Precision', 'Recall', 'Caught', 'Missed'];

const { root, note } = panel('scores', 'How right rules are', el('a', { class: 'mdl-link', href: modelAddress() }, 'Models'));
const body = el('tbody');
const table = el('table', {}, el('thead', {}, el('tr', {}, HEADS.map((head, i) => el('th', { scope: 'col', class: i > 1 && 'number' }, head)))), body);
root.append(el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Rules by what was labelled' }, table));

/** Cells that somebody has opened; they stay open when the table is drawn anew. */
const opened = new Set();

/** Sums of different currencies stay apart. The one with the most frauds stands for all of them until the cell is opened. */
function sums(byCurrency, order, cell) {
  const known = order.filter((currency) => currency in byCurrency).map((currency) => money(byCurrency[currency], currency));
  if (known.length < 2) return known[0] ?? '–';
  const toggled = ({ target }) => (target.open ? opened.add(cell) : opened.delete(cell));
  return el('details', { open: opened.has(cell), ontoggle: toggled },
    el('summary', {}, `${known[0]}, ${known.length - 1} more`), known.slice(1).map((sum) => el('div', {}, sum)));
}

const part = (known) => (known == null ? '–' : share(known));

function row({ rule, version, mode, alerts, frauds, precision, recall, caught, missed }, order) {
  const name = `${text(rule)} ${version}`;
  const sum = (what, byCurrency) => sums(byCurrency, order, `${name} ${mode} ${what}`);
  const found = mode === 'live' ? el('button', { class: 'quiet', type: 'button', title: `Show alerts of ${text(rule)}`, onclick: () => emit('filter', { rule }) }, name) : name;
  return el('tr', {}, el('th', { scope: 'row' }, found), el('td', {}, text(mode)),
    [count(alerts), count(frauds), part(precision), part(recall), sum('caught', caught), sum('missed', missed)].map((figure) => el('td', { class: 'number' }, figure)));
}

on('scores', ({ rules, money: paid }) => {
  root.hidden = paid.length === 0 && !rules.some(({ frauds, honest }) => frauds + honest > 0);
  if (root.hidden) return;
  const [frauds, flagged] = [paid.reduce((sum, each) => sum + each.frauds, 0), paid.reduce((sum, each) => sum + each.flagged, 0)];
  note(`by labels: ${count(flagged)} of ${count(frauds)} frauds were flagged`);
  const order = [...paid].sort((a, b) => b.frauds - a.frauds).map(({ currency }) => currency);
  redraw(body, rules.map((rule) => row(rule, order)));
});
