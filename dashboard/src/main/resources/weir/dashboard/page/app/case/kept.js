// What stood when somebody decided, with the values as they were, and what differs now.
import { el } from '../dom.js';
import { text, toFull } from '../format.js';
import { sentence } from '../sentence.js';
import { severity } from '../panels/alert-row.js';
import { table } from '../panels/payments.js';
import { figuresTable } from './normal.js';
import { sharedList } from './shared.js';

const differences = (all) => el('table', { class: 'case-table case-differences' },
  el('thead', {}, el('tr', {}, ['About', 'Field', 'Was', 'Is now'].map((name) => el('th', { scope: 'col' }, name)))),
  el('tbody', {}, all.map(({ about, field, was, is }) => el('tr', {}, [about, field, was, is].map((value) => el('td', {}, text(value)))))));

const alert = ({ alert: it }) => el('li', {}, severity(it.severity), ` ${text(it.rule)}`, it.status === 'withdrawn' && ' (withdrawn)', el('p', { class: 'muted' }, text(sentence(it))));

export function kept({ sha256, intact, evidence, differences: all }) {
  const { alerts, payments, figures, shared, time, cut } = evidence;
  return el('div', { class: 'case-kept' },
    el('h3', {}, `As it was at ${toFull(Date.parse(time))}`),
    cut && el('p', {}, 'There was more than could be kept.'),
    el('h3', {}, 'What differs now'),
    all.length > 0 ? differences(all) : el('p', { class: 'muted' }, 'Nothing.'),
    el('h3', {}, 'Alerts as they were'),
    el('ul', { class: 'case-alerts-then' }, alerts.map(alert)),
    el('h3', {}, 'Payments as they were judged'),
    payments.length > 0 ? table(payments) : el('p', { class: 'muted' }, 'PostgreSQL had none of them.'),
    figures && [el('h3', {}, 'The figures of this user'), el('div', { class: 'scroll' }, figuresTable(figures))],
    shared && [el('h3', {}, 'Shared with other flagged users'), sharedList(shared)],
    el('p', { class: 'mono muted' }, `SHA-256 ${sha256}${intact ? '' : ': the evidence no longer has this checksum'}`));
}
