// What was decided. Of one payment, or of an alert that is about none, the newest decision stands.
import { emit, on } from '../store.js';
import { hasAccounts } from './me.js';

const newest = new Map();

const key = (...parts) => JSON.stringify(parts);
const subject = (alert) => (alert.transactionId ? key('payment', alert.userId, Date.parse(alert.eventTime), alert.transactionId) : key('alert', alert.alertId));
const snooze = ({ rule, userId }) => key('snooze', rule, userId);

function keyOf(decision) {
  if (decision.subject.startsWith('["snooze"')) return snooze({ rule: decision.rule, userId: decision.user });
  return decision.transactionId ? key('payment', decision.user, decision.eventTime, decision.transactionId) : key('alert', decision.alertId);
}

/** What stands by a decision: one that takes another back restores what was before. */
const kind = (decision) => (decision.kind === 'undone' ? decision.restored : decision.kind);

function take(decisions) {
  for (const decision of decisions) {
    const known = newest.get(keyOf(decision));
    if (!known || known.id < decision.id) newest.set(keyOf(decision), decision);
  }
}

/** Takes what the server told, and says so to whoever draws it. */
export function learn(decisions) {
  take(decisions);
  emit('decided', decisions);
}

/** The decision that stands about an alert, with its kind; null while the alert is open. */
export function decided(alert) {
  const about = newest.get(subject(alert));
  if (about && kind(about)) return { ...about, stands: kind(about) };
  const silent = newest.get(snooze(alert));
  if (silent && kind(silent) === 'snoozed' && silent.until > Date.now()) return { ...silent, stands: 'snoozed' };
  return null;
}

/** The id of the newest decision about an alert, whatever it says; 0 if there is none. */
export const newestAbout = (alert) => newest.get(subject(alert))?.id ?? 0;

async function ask() {
  if (!hasAccounts()) return;
  const told = await fetch('/api/decisions').then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  if (told) learn(told.decisions);
}

on('decisions', learn);
on('state', ask);
on('me', ask);
