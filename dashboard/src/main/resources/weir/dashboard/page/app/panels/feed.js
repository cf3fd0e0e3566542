// The alerts, newest first. New ones do not disturb a user who has scrolled down or paused the list.
import { el, onFrame, panel, setText } from '../dom.js';
import { count } from '../format.js';
import { merge, newest, on } from '../store.js';
import { route } from '../route.js';
import { ask } from '../stream.js';
import { alertRow } from './alert-row.js';
import { clear, filters, isFiltered, passes, wanted } from './filters.js';
import { whatNext } from './what-next.js';

const SHOWN = 100;
/** If this many arrive at once, the list highlights none of them. */
const MANY = 12;
const AT_TOP = 30;
/** The list holds still for this long after the pointer has moved over it: a click may follow. */
const STILL = 2500;

const pause = el('button', { type: 'button', 'aria-pressed': 'false', title: 'Pause (p)', onclick: () => togglePause() }, 'Pause');
const { root } = panel('feed', 'Alerts', pause);
const words = el('span', { role: 'status' });
const more = el('button', { type: 'button', hidden: true, onclick: () => release() });
const list = el('div', { class: 'feed-list', id: 'feed-list', role: 'group', 'aria-label': 'Alerts, newest first', tabindex: '-1' });
root.append(filters, el('div', { class: 'strip' }, words, more), list);

const rows = new Map();
let paused = false;
let held = null;
let news = 0;
let stillUntil = 0;
let still = 0;
let anew = false;

function togglePause() {
  paused = !paused;
  pause.setAttribute('aria-pressed', paused);
  setText(pause, paused ? 'Resume' : 'Pause');
  draw();
}

function release() {
  if (paused) togglePause();
  list.scrollTop = 0;
  held = null;
  stillUntil = 0;
  draw();
  list.querySelector('.alert-row')?.focus({ preventScroll: true });
}

/** The alerts to show: all that match, or while the user reads, those that were there when the reading began. */
function shown(all) {
  const reading = paused || list.scrollTop > AT_TOP || performance.now() < stillUntil;
  if (!reading) held = null;
  else held ??= new Set(anew ? all.slice(0, SHOWN).map(({ alert }) => alert.alertId) : rows.keys());
  anew = false;
  // An empty list has nothing to read, so it follows the stream, unless it is paused.
  if (held?.size === 0 && !paused) held = null;
  if (!held) return all.slice(0, SHOWN);
  return all.filter(({ alert }) => held.has(alert.alertId)).slice(0, SHOWN);
}

function row(message, fresh) {
  const known = rows.get(message.alert.alertId);
  if (known?.seen === message.alert.seen) return known.element;
  const element = alertRow(message, fresh);
  if (known?.element === document.activeElement) queueMicrotask(() => element.focus({ preventScroll: true }));
  rows.set(message.alert.alertId, { element, seen: message.alert.seen });
  return element;
}

function redraw() {
  const all = newest().filter(passes());
  const visible = shown(all);
  const wasEmpty = rows.size === 0;
  const ids = new Set(visible.map(({ alert }) => alert.alertId));
  for (const [id, { element }] of rows) if (!ids.has(id)) { element.remove(); rows.delete(id); }
  const open = route();
  let next = list.firstElementChild;
  for (const message of visible) {
    const before = rows.get(message.alert.alertId)?.element;
    const element = row(message, !wasEmpty && news < MANY && Date.now() - message.detectedAt < 5000);
    element.setAttribute('aria-current', open.kind === 'alert' && open.id === message.alert.alertId);
    if (before && before !== element) {
      if (next === before) next = before.nextElementSibling;
      before.remove();
    }
    if (element === next) next = next.nextElementSibling;
    else list.insertBefore(element, next);
  }
  while (next) { const after = next.nextElementSibling; next.remove(); next = after; }
  if (visible.length === 0) list.append(whatNext(isFiltered(), clear));
  news = 0;
  const waiting = visible.length > 0 ? all.indexOf(visible[0]) : all.length;
  more.hidden = waiting === 0;
  setText(more, `Show ${count(waiting)} newer`);
  setText(words, isFiltered() ? `${count(all.length)} match` : paused ? 'Paused' : held ? 'Held while you read' : 'Newest first');
}

const draw = onFrame(redraw);

/** Shows another list, even if the user held the old one. */
function begin() {
  held = null;
  anew = true;
  draw();
}

/** Asks the server, which knows more: the browser has only the newest alerts. */
async function search() {
  list.scrollTop = 0;
  begin();
  if (!isFiltered()) return;
  const want = wanted();
  try {
    const found = await ask('alerts', want);
    if (JSON.stringify(want) === JSON.stringify(wanted())) { merge(found); begin(); }
  } catch { setText(words, 'Searched only the newest: PostgreSQL does not answer'); }
}

list.addEventListener('scroll', () => { if (held && list.scrollTop <= AT_TOP) draw(); }, { passive: true });
list.addEventListener('pointermove', (event) => {
  if (event.pointerType !== 'mouse') return;
  stillUntil = performance.now() + STILL;
  clearTimeout(still);
  still = setTimeout(draw, STILL + 10);
}, { passive: true });
list.addEventListener('pointerleave', () => { stillUntil = 0; draw(); });
// A list that was paused before it had any alerts shows those that are known now.
on('state', () => (rows.size === 0 && !isFiltered() ? begin() : draw()));
on('alerts', ({ changed }) => { news += changed.length; draw(); });
on('tick', () => { if (rows.size === 0) draw(); });
on('filtered', search);
on('filter', () => root.scrollIntoView({ block: 'nearest' }));
on('pause', togglePause);
on('route', draw);
draw();
