// One alert and its reasons: the sentence, the figures, the payments around it, and the record itself.
import { byId, el, put } from '../dom.js';
import { count, length, money, number, text, toFull, toTime } from '../format.js';
import { on, store, merge, emit } from '../store.js';
import { close, route, userAddress } from '../route.js';
import { sentence } from '../sentence.js';
import { side } from '../side.js';
import { ask } from '../stream.js';
import { marks } from '../standing.js';
import { alertForm } from '../desk/forms.js';
import { severity, tags } from './alert-row.js';
import { strip, table } from './payments.js';
import { versus } from './versus.js';

const root = byId('detail');
const panel = side(root);
let shownId = null;
let shownMarks = null;

const NOTES = {
  withdrawn: 'Withdrawn: a late transaction removed the reason. This alert no longer counts.',
  snoozed: 'Snoozed: this rule is silent for this user. This alert flags nothing.',
  'on trial': 'On trial: this rule flags nothing yet.',
};

const fact = (name, ...value) => [el('dt', {}, name), el('dd', {}, ...value)];

/** What a feature of an expression said of the payment, or the value of a key. */
const said = (value) => (value == null ? 'nothing' : typeof value === 'number' ? number(value) : text(value));

/** What is known of the payment that was judged. */
function judged(alert, payments) {
  const payment = payments?.find(({ id }) => id === alert.transactionId);
  return payment && [fact('Amount', money(payment.amount, payment.currency)),
    payment.merchant && fact('Merchant', el('span', { class: 'mono' }, text(payment.merchant))),
    payment.device && fact('Device', el('span', { class: 'mono' }, text(payment.device)))].filter(Boolean).flat();
}

/** Leads to the payments below. */
function evidence({ evidenceCount, seen }, payments) {
  const words = `${count(evidenceCount)} of ${count(seen)} payments in the window`;
  return payments?.length ? el('button', { type: 'button', class: 'link', onclick: showEvidence }, words) : words;
}

function showEvidence() {
  const first = root.querySelector('tr.evidence') ?? root.querySelector('.payments');
  first.scrollIntoView({ block: 'center' });
  first.focus({ preventScroll: true });
}

function facts(alert, detectedAt, engine, payments) {
  const [start, end, event] = [alert.windowStart, alert.windowEnd, alert.eventTime].map((time) => Date.parse(time));
  const isTotal = !alert.transactionId;
  // A total by an older pipeline has the end of its window as its time. There may be no payment at that time.
  const happened = !isTotal || event < end;
  const later = detectedAt - event;
  return el('dl', { class: 'facts' },
    fact('User', el('a', { href: userAddress(alert.userId) }, text(alert.userId))),
    alert.transactionId && fact('Payment', el('span', { class: 'mono' }, text(alert.transactionId))),
    judged(alert, payments),
    Object.entries(alert.by ?? {}).flatMap(([name, value]) => fact(`By ${text(name)}`, el('span', { class: 'mono' }, said(value)))),
    happened && fact(isTotal ? 'Newest payment' : 'Happened', toFull(event)),
    fact('Found', toFull(detectedAt), happened && later >= 0 && later < 3_600_000 ? `, ${length(later)} later` : '', engine ? `, by ${text(engine)}` : ''),
    Object.entries(alert.values ?? {}).flatMap(([name, value]) => fact(text(name), said(value))),
    fact('Rule', `${text(alert.rule)}, version ${alert.ruleVersion}`),
    end > start && fact('Window', `${length(end - start)}, from ${toTime(start)} to ${toTime(end)}${isTotal && end > detectedAt ? ', still open when found' : ''}`),
    fact('Evidence', evidence(alert, payments)));
}

function timeline(alert, payments) {
  if (!payments) return el('p', { class: 'muted' }, 'These payments come from PostgreSQL, which does not answer. Close this and open it again when it does.');
  if (payments.length === 0) return el('p', { class: 'muted' }, 'The payments are not in PostgreSQL yet. They follow within seconds if the pipeline runs with --jdbcUrl.');
  const evidence = new Set(alert.evidence);
  const [start, end] = [Date.parse(alert.windowStart), Date.parse(alert.windowEnd)];
  const kind = ({ id, time }) => (evidence.has(id) ? `evidence ${alert.severity}` : time < start || time > end ? 'outside' : 'inside');
  return [strip(payments, alert), table(payments, kind)];
}

function fill({ found: { alert, detectedAt }, engine, timeline: payments }, loading = false) {
  shownMarks = marks(alert);
  root.className = ['detail', ...shownMarks.slice(0, 1)].join(' ');
  const top = root.scrollTop;
  const hadFocus = root.contains(document.activeElement);
  put(root,
    el('header', {}, severity(alert.severity), tags(alert),
      el('button', { type: 'button', class: 'quiet', onclick: close, title: 'Close (Esc)' }, 'Close')),
    el('h2', { id: 'detail-title' }, text(alert.rule)),
    el('p', { class: 'sentence' }, text(sentence(alert))),
    shownMarks.map((mark) => el('p', { class: 'mark-note' }, NOTES[mark])),
    alert.observed != null && versus(alert),
    alertForm(alert),
    facts(alert, detectedAt, engine, payments),
    el('h3', {}, 'Payments around it'),
    loading ? el('p', { class: 'muted' }, 'Loading …') : timeline(alert, payments),
    el('h3', {}, 'The record'),
    el('details', { open: !loading }, el('summary', {}, 'JSON'), el('pre', { class: 'mono', tabindex: 0 }, record(alert))));
  root.scrollTop = top;
  if (hadFocus) root.querySelector('header button').focus({ preventScroll: true });
}

/** Keeps the line breaks of the layout; JSON has already escaped those in the data. */
const record = (alert) => JSON.stringify(alert, null, 2).split('\n').map(text).join('\n');

/** There is nothing to show: says why, and what to do. */
function fail(message) {
  put(root,
    el('header', {}, el('button', { type: 'button', class: 'quiet', onclick: close, title: 'Close (Esc)' }, 'Close')),
    el('h2', { id: 'detail-title' }, message),
    el('p', { class: 'muted' }, 'The address may be cut or old. Search for the user or the rule in the list of alerts, or look at the newest ones.'));
}

async function open(id) {
  const fresh = panel.open();
  shownId = id;
  const known = store.alerts.get(id);
  if (known) fill({ found: known, engine: null, timeline: null }, true);
  else put(root, el('h2', { id: 'detail-title' }, 'Loading …'), el('button', { type: 'button', onclick: close }, 'Close'));
  if (fresh) panel.begin();
  try {
    const detail = await ask('alert', { id });
    if (shownId !== id || root.hidden) return;
    fill(detail);
    if (merge([detail.found]).length) emit('alerts', { changed: [detail.found], left: 0 });
  } catch (failed) {
    if (shownId !== id || root.hidden) return;
    if (known) fill({ found: known, engine: null, timeline: null });
    else fail(failed.message);
  }
}

function shut() {
  shownId = null;
  panel.shut();
}

on('route', ({ kind, id }) => (kind === 'alert' ? open(id) : shut()));
on('alerts', ({ changed }) => {
  const mine = changed.find(({ alert }) => alert.alertId === shownId);
  if (mine && route().kind === 'alert' && marks(mine.alert).join() !== shownMarks?.join()) open(shownId);
});
