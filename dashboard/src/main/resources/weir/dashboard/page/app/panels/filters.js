// The filters: they choose which alerts the list shows, and in which order. The address holds the choice.
import { el, setText } from '../dom.js';
import { brief, text } from '../format.js';
import { PERIODS, SEVERITIES, USUAL_PERIOD } from '../choices.js';
import { choices, choose } from '../route.js';
import { emit, on, newest } from '../store.js';

/** A book has some dozens of rules, but a topic may hold anything. */
const [MOST_RULES, LONGEST] = [200, 60];

const option = (value, words) => el('option', { value }, words);
const input = (attributes) => el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: 256, ...attributes });
const rule = el('select', { id: 'filter-rule' }, option('', 'All rules'));
const severity = el('select', { id: 'filter-severity' }, option('', 'All severities'), SEVERITIES.map((name) => option(name, name)));
const user = input({ id: 'filter-user', placeholder: 'User' });
const search = input({ id: 'search', placeholder: 'Search  ( / )' });
const sort = el('select', { id: 'filter-order' }, option('', 'Newest first'), option('risk', 'By risk'));
const period = el('select', { id: 'filter-period' }, Object.entries(PERIODS).map(([name, { words }]) => option(name === USUAL_PERIOD ? '' : name, words)));
const inputs = { rule, severity, user, text: search, order: sort, period };

const label = (of, words) => [el('label', { for: of.id, class: 'hidden' }, words), of];
const faulty = el('p', { class: 'ignored', role: 'status', hidden: true });

export const filters = el('div', { class: 'filters' }, label(search, 'Search in alerts'), label(user, 'User'), label(rule, 'Rule'),
  label(severity, 'Severity'), label(sort, 'Order'), label(period, 'Period'), faulty);

/** Which alerts are wanted, as the address says it. */
export const wanted = () => ({ rule: rule.value, severity: severity.value, user: user.value.trim(), text: search.value.trim(), order: sort.value, period: period.value });

export const order = () => sort.value || 'newest';
export const chosenPeriod = () => period.value || USUAL_PERIOD;

const earliest = () => Date.now() - PERIODS[chosenPeriod()].millis;

/** The same for the server. */
export function question() {
  const { period: _, ...want } = wanted();
  const since = earliest();
  return { ...want, ...(Number.isFinite(since) && { since: new Date(since).toISOString() }) };
}

export const isFiltered = () => [rule, severity, user, search].some(({ value }) => value.trim());

/** Whether more is wanted than a page knows by itself. */
export const isSpecial = () => Object.values(wanted()).some(Boolean);

/** A test for alerts, the same as the one of the server. */
export function passes() {
  const want = wanted();
  const [sought, since] = [want.text.toLowerCase(), earliest()];
  return ({ alert, detectedAt }) => detectedAt >= since
    && (!want.rule || alert.rule === want.rule)
    && (!want.severity || alert.severity === want.severity)
    && (!want.user || alert.userId === want.user)
    && (!sought || [alert.alertId, alert.userId, alert.transactionId, alert.rule, alert.reason, ...Object.values(alert.by ?? {})].some((field) => field != null && String(field).toLowerCase().includes(sought)));
}

function knowRule(name) {
  if (rule.options.length > MOST_RULES || [...rule.options].some((each) => each.value === name)) return;
  const next = [...rule.options].slice(1).find((each) => each.value > name);
  rule.insertBefore(option(name, brief(text(name), LONGEST)), next ?? null);
}

const knowRules = (messages) => messages.forEach(({ alert }) => knowRule(alert.rule));

function changed(isStep) {
  faulty.hidden = true;
  choose(wanted(), isStep);
  emit('filtered');
}

/** Shows what the address says, and says what of it is no choice. */
function read() {
  const { found, faults } = choices();
  if (found.rule) knowRule(found.rule);
  for (const [name, each] of Object.entries(inputs)) each.value = found[name] ?? '';
  if (period.selectedIndex < 0) period.value = '';
  faulty.hidden = faults.length === 0;
  setText(faulty, `Parts of the address were ignored: ${brief(text(faults.join('; ')), 300)}.`);
  emit('filtered');
}

let later = 0;
let typedIn = null;
for (const each of [rule, severity, sort, period]) each.addEventListener('change', () => { typedIn = null; changed(true); });
for (const each of [user, search]) {
  each.addEventListener('input', () => {
    clearTimeout(later);
    later = setTimeout(() => { changed(typedIn !== each); typedIn = each; }, 200);
  });
}

/** Shows all alerts again, in the order and of the period that were chosen. */
export function clear() {
  for (const each of [rule, severity, user, search]) each.value = '';
  changed(true);
}

/** Shows alerts of all times. */
export function clearPeriod() {
  period.value = 'all';
  changed(true);
}

on('choices', read);
on('switch-order', () => { sort.value = sort.value ? '' : 'risk'; changed(true); });
on('state', () => knowRules(newest()));
on('alerts', ({ changed: messages }) => knowRules(messages));
on('filter', (want) => {
  if (want.rule) knowRule(want.rule);
  for (const [name, value] of Object.entries(want)) inputs[name].value = value ?? '';
  changed(true);
});
