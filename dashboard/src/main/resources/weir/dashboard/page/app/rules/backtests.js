// What a proposal would have done with the past: alerts added and removed by each rule, with examples.
import { el, put } from '../dom.js';
import { count, money, span, text, things, toTime } from '../format.js';
import { change } from '../desk/me.js';
import { on } from '../store.js';
import { ask, mayPropose, state } from './model.js';

const DAY = 86_400_000;

/** The parts that stand open, by the number of their proposal. */
const parts = new Map();

function example({ alertId, userId, reason, amount, currency, time, truth }) {
  return el('li', {}, `${text(userId)}: ${text(reason)}`, el('span', { class: 'muted' }, ` ${amount && currency ? `${money(amount, currency)}, ` : ''}${time ? toTime(Date.parse(time)) : ''}${truth ? `, ${text(truth)}` : ''} (${text(alertId)})`));
}

function examples(words, all) {
  return all.length > 0 && el('details', {}, el('summary', {}, words), el('ul', { class: 'rb-examples' }, all.map(example)));
}

function result({ partial, period, volume, change: all, rules, notes }) {
  return el('div', { class: 'rb-result' },
    el('p', {}, `${partial ? 'Ended early: ' : ''}${volume ? things(volume.payments, 'payment') : ''}${period ? ` in ${period.days < 2 ? span(period.days * DAY).join(' ') : `${count(Math.round(period.days))} days`}` : ''}: ${all ? `${count(all.added)} alerts added, ${count(all.removed)} removed, ${count(all.changed)} changed, ${count(all.kept)} kept` : 'nothing to compare with'}.`),
    el('table', { class: 'rb-table' }, el('thead', {}, el('tr', {}, ['Rule', 'Added', 'Removed', 'Changed', 'Kept'].map((head, i) => el('th', { scope: 'col', class: i > 0 && 'number' }, head)))),
      el('tbody', {}, rules.map(({ rule, change: its, added, removed }) => el('tr', { 'data-tested': rule },
        el('th', { scope: 'row' }, text(rule), examples('Examples of added alerts', added ?? []), examples('Examples of removed alerts', removed ?? [])),
        ['added', 'removed', 'changed', 'kept'].map((each) => el('td', { class: 'number' }, its ? count(its[each]) : '–')))))),
    notes.map((note) => el('p', { class: 'muted' }, text(note))));
}

const WORDS = { running: 'A back-test is running', done: 'Back-test', failed: 'The back-test failed', cancelled: 'The back-test was cancelled' };

function draw(id, tests) {
  const part = parts.get(id);
  if (!part?.isConnected) { parts.delete(id); return; }
  const newest = tests[0];
  const said = el('p', { class: 'rb-said', role: 'status' });
  const act = async (path) => {
    try {
      draw(id, (await change(path, { proposal: id })).tests);
    } catch (failed) {
      said.textContent = `${failed.message}.`;
    }
  };
  const running = newest?.state === 'running';
  put(part, el('h3', {}, 'What it would have done'),
    newest && el('p', {}, `${WORDS[newest.state] ?? text(newest.state)}, by ${text(newest.who)}, ${toTime(newest.at)}${newest.detail ? `: ${text(newest.detail)}` : ''}`),
    newest?.answer && result(newest.answer),
    state.rules.backtestLog == null
      ? el('p', { class: 'muted' }, 'To try proposals on the past, start the page with --backtestLog=SOURCE: the folder of a lake, or the name of a topic.')
      : mayPropose() && el('div', { class: 'rb-tools' }, running
        ? el('button', { type: 'button', onclick: () => act('/api/rules/backtest/cancel') }, 'Cancel the back-test')
        : el('button', { type: 'button', onclick: () => act('/api/rules/backtest') }, `Back-test over ${text(state.rules.backtestLog)}`)),
    said);
}

on('proposal-opened', ({ proposal, part, tests }) => {
  parts.set(proposal.id, part);
  draw(proposal.id, tests);
});

on('rules-shown', async () => {
  for (const id of parts.keys()) {
    const found = await ask(`/api/rules/proposal?id=${id}`).catch(() => null);
    if (found) draw(id, found.tests);
  }
});
