// The queue: what is open, the gravest first. The list stays as it is while one works; news wait behind a button.
import { byId, el, setText } from '../dom.js';
import { count, things } from '../format.js';
import { change, hasAccounts, mayDecide } from '../desk/me.js';
import { queueAddress, route } from '../route.js';
import { on } from '../store.js';
import { ask } from '../stream.js';
import { decide } from './bulk.js';
import { filters, show as showFilters, wanted } from './filters.js';
import { onNext, opened, pane, show as showCase, shut as shutCase } from './pane.js';
import { row } from './row.js';

const AT_ONCE = 100;
const MOST = 200;
const AGAIN = 3000;

const root = byId('queue');
const overview = byId('overview');
const list = el('ol', { class: 'q-list', 'aria-label': 'Open cases, the gravest first' });
const words = el('span', { role: 'status' });
const fresh = el('button', { type: 'button', class: 'absent', onclick: () => load() }, 'Show new');
const bulk = el('button', { type: 'button', disabled: true, 'aria-keyshortcuts': 'b', onclick: () => decideAll() }, 'Decide 0 cases');
const more = el('button', { type: 'button', class: 'q-more absent', onclick: () => loadMore() }, 'More cases');
root.append(el('h1', { class: 'hidden' }, 'Queue'),
  el('section', { class: 'panel q-panel', 'aria-label': 'Queue' }, filters,
    el('div', { class: 'q-strip' }, words, fresh, bulk), el('div', { class: 'q-scroll', tabindex: -1 }, list, more)),
  pane);

let rows = [];
let next = null;
let asked = '';
let last = null;

const isShown = () => !root.hidden;
const key = () => JSON.stringify(wanted());
const chosen = () => rows.filter(({ box }) => box.checked);
const here = () => rows.findIndex(({ root: each }) => each.contains(document.activeElement));

function add(cases) {
  const known = new Set(rows.map(({ user }) => user));
  for (const each of cases) if (!known.has(each.user)) rows.push(row(each, { open, select }));
  list.replaceChildren(...rows.map((each) => each.root));
  markCurrent();
}

function status(total, exact) {
  setText(words, total === 0 ? 'No case is open' : `${exact ? '' : '≥ '}${things(total, 'case')}`);
}

function news(many) {
  fresh.classList.toggle('absent', many === 0);
  setText(fresh, `Show ${count(many)} new`);
}

/** Asks anew, and shows what there is now. */
async function load() {
  const want = key();
  asked = want;
  try {
    const page = await ask('queue', { ...wanted(), most: AT_ONCE });
    if (want !== key()) return;
    const [chosenBefore, focused] = [new Set(chosen().map(({ user }) => user)), rows[here()]?.user];
    rows = [];
    next = page.next;
    add(page.cases);
    for (const each of rows) each.box.checked = chosenBefore.has(each.user);
    if (focused) rows.find(({ user }) => user === focused)?.button.focus({ preventScroll: true });
    more.classList.toggle('absent', !next);
    status(page.total, page.exact);
    news(0);
    selected();
  } catch (failed) { setText(words, failed.message); }
}

async function loadMore() {
  try {
    const page = await ask('queue', { ...wanted(), most: AT_ONCE, after: next });
    next = page.next;
    add(page.cases);
    more.classList.toggle('absent', !next);
  } catch (failed) { setText(words, failed.message); }
}

/** Says in each row what is known now; rows neither come nor go. */
async function look() {
  if (!isShown() || document.hidden) return;
  const want = key();
  const page = await ask('queue', { ...wanted(), most: MOST }).catch(() => null);
  if (!page || want !== key()) return;
  if (rows.length === 0 && page.cases.length > 0) { load(); return; }
  const now = new Map(page.cases.map((each) => [each.user, each]));
  for (const each of rows) {
    const found = now.get(each.user);
    if (!found && page.next && rows.indexOf(each) >= MOST) continue;
    if (found) each.done = '';
    else if (!page.next) each.done = 'nothing open';
    if (found) each.show(found);
    else each.mark();
  }
  const known = new Set(rows.map(({ user }) => user));
  const end = rows.length < MOST && next ? page.cases.findIndex(({ user }) => user === rows.at(-1).user) : page.cases.length;
  news(page.cases.slice(0, Math.max(end, 0)).filter(({ user }) => !known.has(user)).length);
  status(page.total, page.exact);
}

function markCurrent() {
  for (const each of rows) each.button.setAttribute('aria-current', opened()?.user === each.user);
}

function open(it, taken = false) {
  showCase(it.each ?? it, taken);
  markCurrent();
}

/** Takes the next case that nobody works, after the one that is open. */
async function work() {
  if (!mayDecide()) return;
  if (!isShown()) location.hash = queueAddress({});
  const after = opened()?.place;
  shutCase();
  try {
    const { taken } = await change('/api/queue/take', { next: true, ...wanted(), after });
    if (!taken) { setText(words, 'Nothing is left that nobody works'); markCurrent(); return; }
    const mine = rows.find(({ user }) => user === taken.user);
    if (mine) { mine.show(taken); mine.button.focus({ preventScroll: true }); mine.root.scrollIntoView({ block: 'nearest' }); }
    open(taken, true);
  } catch (failed) { setText(words, `${failed.message}.`); }
}

function selected() {
  const many = chosen().length;
  bulk.disabled = many === 0 || many > MOST;
  setText(bulk, many > MOST ? `At most ${MOST} at once` : `Decide ${things(many, 'case')}`);
}

/** Selects a row, or with a range all between it and the one before. */
function select(it, range) {
  const [from, to] = [last, it].map((each) => rows.indexOf(each));
  if (range && from >= 0) for (const each of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) each.box.checked = it.box.checked;
  last = it;
  selected();
}

function toggle(range) {
  const it = rows[here()];
  if (!it || !mayDecide()) return;
  it.box.checked = range || !it.box.checked;
  select(it, range);
}

function selectAll() {
  if (!mayDecide()) return;
  const all = rows.every(({ box }) => box.checked);
  for (const { box } of rows) box.checked = !all;
  selected();
}

function decideAll() {
  const cases = chosen().map(({ each }) => each);
  if (cases.length === 0 || cases.length > MOST) return;
  decide(cases, () => { for (const { box } of rows) box.checked = false; selected(); bulk.focus(); look(); });
}

function step(direction) {
  if (!isShown()) return;
  const all = rows.length - 1;
  const it = rows[Math.max(0, Math.min(all, here() + direction))];
  it?.button.focus({ preventScroll: true });
  it?.root.scrollIntoView({ block: 'nearest' });
}

function enter() {
  root.hidden = !hasAccounts();
  overview.hidden = hasAccounts();
  if (root.hidden) return;
  root.classList.toggle('q-reads', !mayDecide());
  bulk.classList.toggle('absent', !mayDecide());
  showFilters();
  if (asked !== key()) load();
  else look();
}

function leave() {
  if (root.hidden) return;
  root.hidden = true;
  shutCase();
  asked = '';
}

onNext(work);
on('route', ({ kind }) => {
  if (kind === 'queue') enter();
  else if (['', 'user', 'model'].includes(kind)) leave();
});
on('me', () => { if (route().kind === 'queue') enter(); });
on('claimed', () => { for (const each of rows) each.mark(); });
on('decided', (made) => {
  if (!isShown()) return;
  const users = new Map(made.map(({ user, kind }) => [user, kind === 'undone' ? '' : 'decided']));
  for (const each of rows) if (users.has(each.user)) { each.done = users.get(each.user); each.mark(); }
  look();
});
on('step', step);
on('queue', (what) => {
  if (what === 'work') work();
  else if (what === 'go') location.hash = queueAddress({});
  else if (!isShown()) return;
  else if (what === 'select') toggle(false);
  else if (what === 'range') toggle(true);
  else if (what === 'all') selectAll();
  else if (what === 'bulk') decideAll();
  else if (what === 'escape') { if (shutCase()) markCurrent(); else location.hash = '#/'; }
});
setInterval(look, AGAIN);
