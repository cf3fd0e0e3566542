// How right rules have been, by what payments were labelled as since. Hidden until there are labels.
import { el, panel, put } from '../dom.js';
import { count, money, share, text } from '../format.js';
import { emit, on } from '../store.js';

const HEADS = ['Rule', 'Mode', 'Alerts', 'Fraud', 'Precision', 'Recall', 'Caught', 'Missed'];

const { root, note } = panel('scores', 'How right rules are');
const body = el('tbody');
const table = el('table', {}, el('thead', {}, el('tr', {}, HEADS.map((head, i) => el('th', { scope: 'col', class: i > 1 && 'number' }, head)))), body);
root.append(el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Rules by what was labelled' }, table));

/** Sums of different currencies stay apart. */
const sums = (byCurrency) => Object.entries(byCurrency).map(([currency, sum]) => money(sum, currency)).join(', ') || '–';
const part = (known) => (known == null ? '–' : share(known));

function row({ rule, version, mode, alerts, frauds, precision, recall, caught, missed }) {
  const name = `${text(rule)} ${version}`;
  const found = mode === 'live' ? el('button', { class: 'quiet', type: 'button', title: `Show alerts of ${text(rule)}`, onclick: () => emit('filter', { rule }) }, name) : name;
  return el('tr', {}, el('th', { scope: 'row' }, found), el('td', {}, text(mode)),
    [count(alerts), count(frauds), part(precision), part(recall), sums(caught), sums(missed)].map((figure) => el('td', { class: 'number' }, figure)));
}

on('scores', ({ rules, money: paid }) => {
  root.hidden = paid.length === 0 && !rules.some(({ frauds, honest }) => frauds + honest > 0);
  if (root.hidden) return;
  const [frauds, flagged] = [paid.reduce((sum, each) => sum + each.frauds, 0), paid.reduce((sum, each) => sum + each.flagged, 0)];
  note(`by labels: ${count(flagged)} of ${count(frauds)} frauds were flagged`);
  put(body, rules.map(row));
});
