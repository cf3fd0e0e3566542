// The case that is open beside the queue: its alerts, and the form to decide about all of them.
import { el, put, setText } from '../dom.js';
import { text, things } from '../format.js';
import { alertRow } from '../panels/alert-row.js';
import { decided } from '../desk/decided.js';
import { userForm } from '../desk/forms.js';
import { claimOf, othersClaim } from '../desk/claims.js';
import { change, mayDecide } from '../desk/me.js';
import { userAddress } from '../route.js';
import { counts } from '../standing.js';
import { merge, on } from '../store.js';
import { ask } from '../stream.js';

/** One who works a case keeps it: the server hears of it this often. */
const STILL_THERE = 4 * 60_000;

const said = el('p', { class: 'q-said', role: 'status' });
const over = el('button', { type: 'button', class: 'absent', onclick: () => take(true) }, 'Take over');
const next = el('button', { type: 'button', 'aria-keyshortcuts': 'w', onclick: () => work() }, 'Next case', el('kbd', { 'aria-hidden': 'true' }, 'w'));
const back = el('button', { type: 'button', onclick: () => shut() }, 'Give back and close');
const body = el('div', { class: 'q-case' });
export const pane = el('section', { class: 'panel q-pane', 'aria-label': 'The case' });

let current = null;
let alerts = [];
let work = () => {};
let touched = 0;
/** Whether one has taken the open case. */
let mine = false;

const empty = () => put(pane, el('p', { class: 'empty' }, 'Choose a case, or take the next one that nobody works.'), mayDecide() && el('div', { class: 'q-tools' }, next));

/** The case that is open; null if none is. */
export const opened = () => current;

/** Says how one goes on to the next case. */
export function onNext(handler) { work = handler; empty(); }

const openLeft = () => alerts.filter(({ alert }) => counts(alert) && !decided(alert)).length;

function words() {
  if (!current) return;
  const other = othersClaim(current.user);
  over.classList.toggle('absent', !other || !mayDecide());
  if (alerts.length > 0 && openLeft() === 0) setText(said, 'Decided. Press w for the next case, u to take it back.');
  else if (other) setText(said, `Taken by ${text(other.who)}: you may look, and take it over.`);
  else setText(said, claimOf(current.user) ? 'You work this case.' : '');
}

/** Takes the open case, or keeps it for longer. */
async function take(takeOver = false) {
  if (!current || !mayDecide()) return;
  try { await change('/api/queue/take', { user: current.user, takeOver }); mine = true; } catch (failed) { setText(said, `${failed.message}.`); return; }
  words();
}

async function look(user) {
  try {
    const found = await ask('user', { id: user });
    if (current?.user !== user) return;
    alerts = found.alerts;
    merge(alerts);
    draw();
  } catch (failed) {
    if (current?.user === user) put(body, el('p', { class: 'empty' }, failed.message));
  }
}

function draw() {
  const standing = alerts.filter(({ alert }) => counts(alert));
  put(body, userForm(current.user, alerts),
    el('h3', {}, things(standing.length, 'alert')),
    el('div', { class: 'q-alerts' }, standing.map((message) => alertRow(message))));
  words();
}

/** Opens a case; taken says whether one has it already. */
export function show(each, taken = false) {
  if (current && current.user !== each.user) giveBack();
  current = each;
  alerts = [];
  mine = taken;
  touched = Date.now();
  setText(said, '');
  put(pane, el('header', {}, el('h2', {}, text(each.user)), el('a', { href: userAddress(each.user) }, 'All about this user')),
    said, el('div', { class: 'q-tools' }, mayDecide() && [next, back], over), body);
  put(body, el('p', { class: 'empty' }, 'Loading …'));
  if (!taken && !othersClaim(each.user)) take();
  words();
  look(each.user);
}

/** Gives back what one leaves undecided. */
function giveBack() {
  if (current && mine && !othersClaim(current.user) && (alerts.length === 0 || openLeft() > 0)) change('/api/queue/give-back', { user: current.user }).catch(() => null);
}

/** Closes the case; false if none was open. */
export function shut() {
  if (!current) return false;
  giveBack();
  current = null;
  empty();
  return true;
}

for (const kind of ['keydown', 'pointerdown']) pane.addEventListener(kind, () => { touched = Date.now(); });
setInterval(() => { if (current && !document.hidden && Date.now() - touched < STILL_THERE && claimOf(current.user) && !othersClaim(current.user)) take(); }, STILL_THERE);
on('claimed', words);
on('decided', (made) => { if (current && made.some(({ user }) => user === current.user)) { words(); look(current.user); } });
on('me', () => { if (!current) empty(); });
