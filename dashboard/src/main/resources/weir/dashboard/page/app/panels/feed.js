// The alerts as cases, the newest or the riskiest first. New ones do not disturb a user who has scrolled
// down or paused the list.
import { byId, el, onFrame, panel, setText } from '../dom.js';
import { count } from '../format.js';
import { addGrounds, merge, newest, on } from '../store.js';
import { ask } from '../stream.js';
import { cases } from '../cases.js';
import { draw as drawList, isEmpty, list, openCaseOf, step } from './case-list.js';
import { clear, clearPeriod, filters, isFiltered, isSpecial, order, passes, question, wanted } from './filters.js';
import { whatNext } from './what-next.js';

const SHOWN = 100;
/** If this many arrive at once, the list highlights none of them. */
const MANY = 12;
const AT_TOP = 30;
/** The list holds still for this long after the pointer has moved over it: a click may follow. */
const STILL = 2500;
/** By risk, what the server knows besides the newest alerts is asked for this often. */
const AGAIN = 30_000;

const pause = el('button', { type: 'button', 'aria-pressed': 'false', title: 'Pause (p)', onclick: () => togglePause() }, 'Pause');
const { root } = panel('feed', 'Alerts', pause);
const words = el('span', { role: 'status' });
const more = el('button', { type: 'button', hidden: true, onclick: () => release() });
root.append(filters, el('div', { class: 'strip' }, words, more), list);

let paused = false;
let held = null;
let known = new Set();
let news = 0;
let stillUntil = 0;
let still = 0;
let anew = false;
let note = '';

const ids = (messages) => new Set(messages.map(({ alert }) => alert.alertId));

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
  list.querySelector('.alert-row, .case-row')?.focus({ preventScroll: true });
}

/** The alerts to show: all, or while the user reads, those that were there when the reading began. */
function readable(all) {
  const matching = ids(all.filter(passes()));
  const reading = paused || list.scrollTop > AT_TOP || performance.now() < stillUntil;
  if (!reading) held = null;
  else held ??= new Set(anew ? matching : known);
  anew = false;
  // An empty list has nothing to read, so it follows the stream, unless it is paused.
  if (held?.size === 0 && !paused) held = null;
  if (!held) known = matching;
  return { shown: held ? all.filter(({ alert }) => held.has(alert.alertId)) : all, matching };
}

function status(matching, waiting) {
  more.hidden = waiting === 0;
  setText(more, `Show ${count(waiting)} newer`);
  setText(words, note || (isFiltered() ? `${count(matching)} match` : paused ? 'Paused' : held ? 'Held while you read' : order() === 'risk' ? 'Highest risk first' : 'Newest first'));
}

function redraw() {
  const wasEmpty = isEmpty();
  const { shown, matching } = readable(newest());
  const visible = cases(shown, passes(), order()).slice(0, SHOWN);
  const fresh = ({ figures }) => !wasEmpty && news < MANY && Date.now() - figures.newest < 5000;
  drawList(visible, fresh, () => whatNext(isFiltered() ? clear : null, newest().length > 0 ? clearPeriod : null));
  news = 0;
  status(matching.size, held ? [...matching].filter((id) => !held.has(id)).length : 0);
  list.setAttribute('aria-label', order() === 'risk' ? 'Alerts, highest risk first' : 'Alerts, newest first');
}

const draw = onFrame(redraw);

/** Shows another list, even if the user held the old one. */
function begin() {
  held = null;
  anew = true;
  note = '';
  draw();
}

/** Takes what the server knows besides: the browser has only the newest alerts. */
async function fetchMore(want, isStill, done) {
  try {
    const found = await ask('alerts', want);
    if (!isStill()) return;
    merge(found);
    done(found);
    addGrounds(await ask('grounds', want));
    note = '';
  } catch { note = 'Searched only the newest: PostgreSQL does not answer'; }
  draw();
}

async function search() {
  list.scrollTop = 0;
  begin();
  const want = JSON.stringify(wanted());
  if (isSpecial()) await fetchMore(question(), () => JSON.stringify(wanted()) === want, begin);
}

setInterval(() => {
  if (order() === 'risk' && !document.hidden && !held) fetchMore(question(), () => !held, draw);
}, AGAIN);

/** Adds alerts that are older than the list: they are no news to one that holds still. */
const add = (want) => fetchMore(want, () => true, (found) => { if (held) for (const id of ids(found)) held.add(id); });

list.addEventListener('scroll', () => { if (held && list.scrollTop <= AT_TOP) draw(); }, { passive: true });
list.addEventListener('pointermove', (event) => {
  if (event.pointerType !== 'mouse') return;
  stillUntil = performance.now() + STILL;
  clearTimeout(still);
  still = setTimeout(draw, STILL + 10);
}, { passive: true });
list.addEventListener('pointerleave', () => { stillUntil = 0; draw(); });
// A list that was paused before it had any alerts shows those that are known now.
on('state', () => {
  if (isEmpty() && !isFiltered()) begin();
  else draw();
  if (isSpecial()) add(question());
});
on('alerts', ({ changed }) => { news += changed.length; draw(); });
on('grounds', draw);
on('amounts', () => { if (order() === 'risk') draw(); });
on('tick', () => { if (isEmpty()) draw(); });
on('filtered', search);
on('filter', () => root.scrollIntoView({ block: 'nearest' }));
on('pause', togglePause);
on('redraw', draw);
on('case-opened', (user) => add({ user }));
on('step', (direction) => { if (byId('queue').hidden) step(direction); });
on('route', ({ kind, id }) => { if (kind === 'alert') openCaseOf(id); draw(); });
draw();
