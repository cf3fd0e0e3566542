// The page of one user: the payments, where and when they happened, and the alerts.
import { byId, el } from '../dom.js';
import { count, text, things, toFull } from '../format.js';
import { home } from '../route.js';
import { on } from '../store.js';
import { counts } from '../standing.js';
import { again } from '../side.js';
import { ask } from '../stream.js';
import { caseParts, leaveCase } from '../case/case.js';
import { userForm } from '../desk/forms.js';
import { whoKnown } from '../desk/me.js';
import { alertRow } from './alert-row.js';
import { movements } from './movements.js';
import { table } from './payments.js';
import { spending } from './spending.js';

const AGAIN = 5000;
const root = byId('user');
const overview = byId('overview');
let shown = null;
let last = '';
let timer = 0;
/** Where the overview was left. */
let left = null;

const part = (id, kind, title, note, ...body) => el('section', { class: `panel ${kind}`, 'aria-labelledby': id },
  el('header', {}, el('h2', { id }, title), el('span', { class: 'note' }, note)), ...body);

const head = (user, words) => el('header', { class: 'head' }, el('a', { href: '#/' }, '← Overview'), el('h1', { title: text(user) }, text(user)), el('span', { class: 'muted' }, words));

/** A name may be mistyped, and a link may be old. */
const nobody = (user, payments) => [
  head(user, ''),
  el('div', { class: 'next nobody' }, el('strong', {}, 'No such user'),
    el('span', {}, payments ? 'PostgreSQL has neither a payment nor an alert of this user.' : 'None of the alerts that the page knows is of this user. Payments come from PostgreSQL, which it does not have.'),
    el('span', {}, 'Names are exact, capitals included. The list of alerts can be searched for a part of one.'),
    el('div', {}, el('button', { type: 'button', onclick: home }, 'Back to the overview')))];

async function fill({ user, payments, alerts }) {
  if (!payments?.length && alerts.length === 0) { root.replaceChildren(...nobody(user, payments)); return; }
  const standing = alerts.filter(({ alert }) => counts(alert)).length;
  const flagged = (payments ?? []).filter((payment) => payment.flagged).length;
  const times = (payments ?? []).map((payment) => payment.time);
  const facts = payments
    ? [payments.length === 500 ? '500 newest payments' : things(payments.length, 'payment'), `${count(flagged)} flagged`, things(standing, 'alert'), times.length && `since ${toFull(Math.min(...times))}`]
    : [things(standing, 'alert'), 'payments come from PostgreSQL'];
  const list = el('div', { class: 'feed-list' }, alerts.length ? alerts.map((message) => alertRow(message)) : el('p', { class: 'empty' }, 'No alerts.'));
  const parts = [
    head(user, facts.filter(Boolean).join(' · ')),
    userForm(user, alerts),
    ...caseParts(user, payments),
    payments && part('moves', 'map', 'Movements', 'in time order', await movements(payments)),
    payments && spending(part, payments),
    payments && part('history', 'history', 'Payments', 'newest first', el('div', { class: 'rows', tabindex: 0 }, payments.length ? table(payments) : el('p', { class: 'empty' }, 'No payments in PostgreSQL.'))),
    part('user-alerts', 'alerts', 'Alerts', 'newest first', list),
  ];
  const scrolled = [...root.querySelectorAll('.rows, .feed-list')].map((each) => each.scrollTop);
  const focused = root.contains(document.activeElement) && document.activeElement.dataset.id;
  root.replaceChildren(...parts.filter(Boolean));
  if (focused) root.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  [...root.querySelectorAll('.rows, .feed-list')].forEach((each, i) => { each.scrollTop = scrolled[i] ?? 0; });
}

async function look(id) {
  try {
    const found = await ask('user', { id });
    // Where there are accounts, the page has more parts, which shall not come afterwards.
    await whoKnown;
    if (shown !== id) return;
    const now = JSON.stringify(found);
    if (now !== last) { last = now; await fill(found); }
  } catch (failed) {
    if (shown === id && last === '') root.replaceChildren(head(id, `${failed.message} This page asks again every ${AGAIN / 1000} s.`));
  }
}

function open(id) {
  if (shown === id) return;
  if (shown === null) left = { top: scrollY, focused: before };
  shown = id;
  last = '';
  root.replaceChildren(head(id, 'Loading …'));
  root.hidden = false;
  overview.hidden = true;
  root.focus({ preventScroll: true });
  scrollTo(0, 0);
  look(id);
  clearInterval(timer);
  timer = setInterval(() => { if (!document.hidden) look(id); }, AGAIN);
}

function shut() {
  clearInterval(timer);
  leaveCase();
  root.hidden = true;
  overview.hidden = false;
  if (shown !== null && left) {
    scrollTo(0, left.top);
    again(left.focused)?.focus({ preventScroll: true });
  }
  shown = null;
}

/** What had the focus in the overview last: a panel beside it may have had it since. */
let before = null;
overview.addEventListener('focusin', ({ target }) => { before = target; });

on('route', ({ kind, id }) => {
  if (kind === 'user') open(id);
  else if (['', 'model', 'queue'].includes(kind)) shut();
});
// Where there are accounts, the page has more parts.
on('me', () => { if (shown !== null) { last = ''; look(shown); } });
