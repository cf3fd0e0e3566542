// The newest records that were not judged for one reason, beside the view.
import { byId, el, put } from '../dom.js';
import { count, text, toFull } from '../format.js';
import { close } from '../route.js';
import { grouped } from '../sentence.js';
import { side } from '../side.js';
import { on, store } from '../store.js';
import { ask } from '../stream.js';

/** What a reason means, and what to do about it. */
const REASONS = {
  malformed: ['malformed: a field is missing or invalid', 'The sender must correct these records and send them again. The detail names the field.'],
  late: ['late: arrived too long after its event time', 'The sender is behind, or its clock is. If that is usual, give the rules a longer allowedLateness.'],
  future: ['future: event time ahead of the log', 'The clock of the sender is ahead. If that is usual, give the rules a longer allowedClockSkew.'],
  'conflicting-duplicate': ['conflicting duplicate: same id, different content', 'The sender used an id twice. The first record was judged.'],
};

export const meaning = (reason) => (Object.hasOwn(REASONS, reason) ? REASONS[reason][0] : reason);

const root = byId('letters');
const panel = side(root);
let shown = null;

const top = (reason) => [
  el('header', {}, el('button', { type: 'button', class: 'quiet', onclick: close, title: 'Close (Esc)' }, 'Close')),
  el('h2', { id: 'letters-title' }, `Dead letters: ${text(reason)}`),
  Object.hasOwn(REASONS, reason) && el('p', { class: 'muted' }, REASONS[reason][1])];

const letter = ({ topic, partition, offset, time, detail, original, bytes }) => el('article', { class: 'letter' },
  el('p', { class: 'sentence' }, text(grouped(detail)) || 'no detail'),
  el('p', { class: 'muted' }, `${text(topic)}, partition ${partition}, offset ${count(offset)} · ${toFull(time)}`),
  el('pre', { class: 'mono', tabindex: 0, 'aria-label': 'The record' }, text(original), bytes > original.length && el('span', { class: 'muted' }, ` … ${count(bytes)} bytes in all`)));

async function open(reason) {
  const fresh = panel.open();
  shown = reason;
  put(root, top(reason), el('p', { class: 'muted' }, 'Loading …'));
  if (fresh) panel.begin();
  const fill = (...body) => { if (shown === reason) { put(root, top(reason), ...body); if (root.contains(document.activeElement) || document.activeElement === document.body) root.querySelector('button').focus({ preventScroll: true }); } };
  if (store.tick?.postgres.state === 'OFF') {
    fill(el('p', {}, 'The records themselves come from PostgreSQL. Give the pipeline and this page --jdbcUrl, or read them from the log:'), el('code', {}, './weir read transactions.dead-letter'));
    return;
  }
  try {
    const found = await ask('dead-letters', { reason });
    fill(found.length ? [el('p', { class: 'muted' }, `The ${count(found.length)} newest:`), ...found.map(letter)] : el('p', {}, 'There is no such record.'));
  } catch (failed) {
    fill(el('p', {}, failed.message));
  }
}

on('route', ({ kind, id }) => {
  if (kind === 'dead') open(id);
  else { shown = null; panel.shut(); }
});
