// A case as a row that opens into its alerts. A case of one alert is the row of that alert.
import { el } from '../dom.js';
import { brief, text, things, toTime } from '../format.js';
import { marks } from '../standing.js';
import { alertRow, severity, shown, stake } from './alert-row.js';

/** The names of so many rules fit below a row's title. */
const [NAMED, LONGEST] = [3, 40];

/** Says how many alerts do not count, if there are such. */
function others(alerts, standing) {
  const words = new Map();
  for (const [mark] of alerts.map(({ alert }) => marks(alert))) if (mark) words.set(mark, (words.get(mark) ?? 0) + 1);
  return standing < alerts.length && [...words].map(([mark, n]) => `${n} ${mark}`).join(', ');
}

/** What a row needs to be drawn anew for. */
export const likeness = ({ alerts, figures }, open) => JSON.stringify([open, figures, alerts.map(({ alert }) => [alert.alertId, alert.seen])]);

export function caseRow({ alerts, figures }, open, fresh, toggle) {
  if (alerts.length === 1) return alertRow(alerts[0], fresh, figures);
  const { standing, rules, payments, more, newest } = figures;
  const names = rules.slice(0, NAMED).map((rule) => text(brief(rule, LONGEST))).join(', ') + (rules.length > NAMED ? ', …' : '');
  const [mark] = standing === 0 ? marks(alerts.at(-1).alert) : [];
  const facts = [things(rules.length, 'rule'), `${more ? '≥ ' : ''}${things(payments, 'payment')}`, others(alerts, standing)].filter(Boolean).join(' · ');
  const row = el('button', { type: 'button', class: ['case-row', mark, fresh && 'fresh'].filter(Boolean).join(' '), 'aria-expanded': String(open), onclick: toggle, title: names },
    el('span', { class: 'rule' }, el('span', { class: 'who' }, shown(alerts[0].alert.userId)), el('span', { class: 'many' }, things(alerts.length, 'alert'))),
    mark ? el('span', { class: 'tag' }, mark) : severity(figures.severity),
    el('time', { datetime: new Date(newest).toISOString() }, toTime(newest)),
    el('span', { class: 'line' }, el('span', { class: 'why' }, facts), stake(figures)));
  const inside = open && el('div', { class: 'case-alerts', role: 'group', 'aria-label': `Alerts of ${shown(alerts[0].alert.userId)}` },
    [...alerts].reverse().map((message) => alertRow(message)));
  return el('div', { class: 'case', 'data-user': alerts[0].alert.userId }, row, inside);
}
