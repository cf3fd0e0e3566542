// What a user pays, beside what is normal for this user.
import { el, put } from '../dom.js';
import { count, money, number, text } from '../format.js';
import { casePanel } from './panel.js';

const COLUMNS = ['Currency', 'Payments', 'Flagged', 'Usual payment', '95 of 100 up to', 'Largest', 'Usual day', 'Last 24 h'];

const paid = (amount, currency) => (amount == null ? '–' : money(amount, currency));

/** How many usual days the last one is, if both are known. */
const times = ({ lastDay, usualDay }) => (lastDay && Number(usualDay) > 0 ? ` (${number(Math.round((lastDay / usualDay) * 10) / 10)} ×)` : '');

/** Figures as they are now, or as they were. */
export function figuresTable({ currencies }) {
  if (currencies.length === 0) return el('p', { class: 'empty' }, 'No payments.');
  return el('table', { class: 'case-table' },
    el('thead', {}, el('tr', {}, COLUMNS.map((name, i) => el('th', { scope: 'col', class: i > 0 && 'number' }, name)))),
    el('tbody', {}, currencies.map((each) => el('tr', {},
      el('th', { scope: 'row' }, text(each.currency)),
      ...[count(each.payments), count(each.flagged), ...[each.usual, each.high, each.most, each.usualDay].map((amount) => paid(amount, each.currency)),
        paid(each.lastDay, each.currency) + times(each)].map((words) => el('td', { class: 'number' }, words))))));
}

export function normal() {
  const panel = casePanel('case-normal', 'Beside what is normal for this user');
  return {
    ...panel,
    fill({ figures }) {
      panel.note(`${figures.cut ? 'newest ' : ''}${count(figures.payments)} payments; usual: half of those that nobody flagged come to no more`);
      put(panel.body, figuresTable(figures));
    },
  };
}
