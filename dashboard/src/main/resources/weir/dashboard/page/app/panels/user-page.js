// The page of one user: the payments, where and when they happened, and the alerts.
import { byId, el } from '../dom.js';
import { count, text, toFull } from '../format.js';
import { on } from '../store.js';
import { counts } from '../standing.js';
import { ask } from '../stream.js';
import { userForm } from '../desk/forms.js';
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

const part = (id, kind, title, note, ...body) => el('section', { class: `panel ${kind}`, 'aria-labelledby': id },
  el('header', {}, el('h2', { id }, title), el('span', { class: 'note' }, note)), ...body);

const head = (user, words) => el('header', { class: 'head' }, el('a', { href: '#/' }, '← Overview'), el('h1', { title: text(user) }, text(user)), el('span', { class: 'muted' }, words));

async function fill({ user, payments, alerts }) {
  const standing = alerts.filter(({ alert }) => counts(alert)).length;
  const flagged = (payments ?? []).filter((payment) => payment.flagged).length;
  const times = (payments ?? []).map((payment) => payment.time);
  const facts = payments
    ? [`${count(payments.length)}${payments.length === 500 ? ' newest' : ''} payments`, `${count(flagged)} flagged`, `${count(standing)} alerts`, times.length && `since ${toFull(Math.min(...times))}`]
    : [`${count(standing)} alerts`, 'payments come from PostgreSQL'];
  const list = el('div', { class: 'feed-list' }, alerts.length ? alerts.map((message) => alertRow(message)) : el('p', { class: 'empty' }, 'No alerts.'));
  const parts = [
    head(user, facts.filter(Boolean).join(' · ')),
    userForm(user, alerts),
    payments && part('moves', 'map', 'Movements', 'in time order', await movements(payments)),
    payments && spending(part, payments),
    payments && part('history', 'history', 'Payments', 'newest first', el('div', { class: 'rows', tabindex: 0 }, payments.length ? table(payments) : el('p', { class: 'empty' }, 'No payments in PostgreSQL.'))),
    part('user-alerts', 'alerts', 'Alerts', 'newest first', list),
  ];
  const scrolled = [...root.querySelectorAll('.rows, .feed-list')].map((each) => each.scrollTop);
  root.replaceChildren(...parts.filter(Boolean));
  [...root.querySelectorAll('.rows, .feed-list')].forEach((each, i) => { each.scrollTop = scrolled[i] ?? 0; });
}

async function look(id) {
  try {
    const found = await ask('user', { id });
    if (shown !== id) return;
    const now = JSON.stringify(found);
    if (now !== last) { last = now; await fill(found); }
  } catch (failed) {
    if (shown === id && last === '') root.replaceChildren(head(id, failed.message));
  }
}

function open(id) {
  if (shown === id) return;
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
  shown = null;
  root.hidden = true;
  overview.hidden = false;
}

on('route', ({ kind, id }) => {
  if (kind === 'user') open(id);
  else if (kind === '') shut();
});
