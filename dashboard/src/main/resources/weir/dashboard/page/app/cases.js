// Cases: the alerts of one user that belong together. Which these are follows from the alerts alone, so
// that every page shows the same cases, in whatever order the alerts came.
import { sums } from './exact.js';
import { counts } from './standing.js';
import { store } from './store.js';
import { usual } from './usual.js';

/** Two payments of a user are of one case if no more time than this lies between them. */
export const GAP = 30 * 60_000;

const GRAVITY = ['low', 'medium', 'high', 'critical'];

const happened = ({ alert }) => Date.parse(alert.eventTime);

/** By time, and those of one time by id. */
const inTime = (a, b) => happened(a) - happened(b) || (a.alert.alertId < b.alert.alertId ? -1 : 1);

/** The alerts of each case, in order of time. */
export function split(messages) {
  const cases = [];
  for (const own of d3.group(messages, ({ alert }) => alert.userId).values()) {
    let last = null;
    for (const message of own.sort(inTime)) {
      if (last && happened(message) - happened(last.at(-1)) <= GAP) last.push(message);
      else cases.push(last = [message]);
    }
  }
  return cases;
}

/**
 * The user's payments in the evidence of these alerts, each once: those that are known, and how many there are.
 * A rule that looks by another key names payments of other users too. Only a row tells whose they are.
 */
function paid(alerts) {
  const [known, named] = [new Map(), new Set()];
  let more = false;
  for (const { alert } of alerts) {
    const own = store.payments.get(alert.alertId) ?? [];
    for (const payment of own) known.set(payment.id, payment);
    for (const id of alert.by ? own.map((payment) => payment.id).concat(alert.transactionId ?? []) : alert.evidence) named.add(id);
    more ||= !alert.by && alert.evidenceCount > alert.evidence.length;
  }
  return { known: [...known.values()], named: named.size, more };
}

const greatest = (numbers) => numbers.reduce((most, each) => (each != null && (most == null || each > most) ? each : most), null);

/** What a case amounts to. Alerts that do not count add nothing, unless none of them counts. */
export function figures(messages) {
  const standing = messages.filter(({ alert }) => counts(alert));
  const own = standing.length > 0 ? standing : messages;
  const { known, named, more } = paid(own);
  const money = sums(known);
  return {
    standing: standing.length,
    severity: own.map(({ alert }) => alert.severity).reduce((a, b) => (GRAVITY.indexOf(b) > GRAVITY.indexOf(a) ? b : a)),
    rules: [...new Set(own.map(({ alert }) => alert.rule))],
    payments: named,
    /** Whether there is more evidence than alerts name. */
    more,
    /** Whether amounts of some of the payments are not known, so that the money is a part of it. */
    partial: more || known.length < named,
    money,
    worth: money.reduce((sum, each) => sum + Number(each.amount) / usual(each.currency), 0),
    score: greatest(known.map(({ score }) => score)),
    newest: Math.max(...messages.map(({ detectedAt }) => detectedAt)),
  };
}

const newer = (a, b) => b.figures.newest - a.figures.newest;

/** The orders of the list. By risk: what counts, then severity, score, and money against the usual payment. */
export const ORDERS = {
  newest: newer,
  risk: (a, b) => (b.figures.standing > 0) - (a.figures.standing > 0)
    || GRAVITY.indexOf(b.figures.severity) - GRAVITY.indexOf(a.figures.severity)
    || (b.figures.score ?? -1) - (a.figures.score ?? -1)
    || b.figures.worth - a.figures.worth
    || newer(a, b),
};

/** The cases of these alerts in an order, each with its figures and only those of its alerts that pass. */
export function cases(messages, passes, order) {
  return split(messages).map((alerts) => alerts.filter(passes)).filter((alerts) => alerts.length > 0)
    .map((alerts) => ({ id: alerts[0].alert.alertId, alerts, figures: figures(alerts) }))
    .sort(ORDERS[order]);
}
