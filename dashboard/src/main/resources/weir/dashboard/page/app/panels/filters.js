// The filters: they choose which alerts the list shows.
import { el } from '../dom.js';
import { brief, text } from '../format.js';
import { emit, on, newest } from '../store.js';

const SEVERITIES = ['critical', 'high', 'medium', 'low'];

/** A book has some dozens of rules, but a topic may hold anything. */
const [MOST_RULES, LONGEST] = [200, 60];

const option = (value, words) => el('option', { value }, words);
const rule = el('select', { id: 'filter-rule' }, option('', 'All rules'));
const severity = el('select', { id: 'filter-severity' }, option('', 'All severities'), SEVERITIES.map((name) => option(name, name)));
const user = el('input', { id: 'filter-user', type: 'search', placeholder: 'User', autocomplete: 'off', spellcheck: 'false', maxlength: 256 });
const search = el('input', { id: 'search', type: 'search', placeholder: 'Search  ( / )', autocomplete: 'off', spellcheck: 'false', maxlength: 256 });

const label = (input, words) => [el('label', { for: input.id, class: 'hidden' }, words), input];

export const filters = el('div', { class: 'filters' }, label(search, 'Search in alerts'), label(user, 'User'), label(rule, 'Rule'), label(severity, 'Severity'));

export const wanted = () => ({ rule: rule.value, severity: severity.value, user: user.value.trim(), text: search.value.trim() });

export const isFiltered = () => Object.values(wanted()).some(Boolean);

/** A test for alerts, the same as the one of the server. */
export function passes() {
  const want = wanted();
  const sought = want.text.toLowerCase();
  return ({ alert }) => (!want.rule || alert.rule === want.rule)
    && (!want.severity || alert.severity === want.severity)
    && (!want.user || alert.userId === want.user)
    && (!sought || [alert.alertId, alert.userId, alert.transactionId, alert.rule, alert.reason, ...Object.values(alert.by ?? {})].some((field) => field != null && String(field).toLowerCase().includes(sought)));
}

function knowRules(messages) {
  for (const { alert } of messages) {
    if (rule.options.length <= MOST_RULES && ![...rule.options].some((each) => each.value === alert.rule)) {
      const next = [...rule.options].slice(1).find((each) => each.value > alert.rule);
      rule.insertBefore(option(alert.rule, brief(text(alert.rule), LONGEST)), next ?? null);
    }
  }
}

let later = 0;
for (const input of [rule, severity]) input.addEventListener('change', () => emit('filtered'));
for (const input of [user, search]) {
  input.addEventListener('input', () => { clearTimeout(later); later = setTimeout(() => emit('filtered'), 200); });
}

export function clear() {
  for (const input of [rule, severity, user, search]) input.value = '';
  emit('filtered');
}

on('state', () => knowRules(newest()));
on('alerts', ({ changed }) => knowRules(changed));
on('filter', (want) => {
  knowRules([{ alert: { rule: want.rule } }]);
  rule.value = want.rule;
  severity.value = want.severity;
  emit('filtered');
});
