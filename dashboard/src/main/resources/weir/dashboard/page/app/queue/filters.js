// The filters of the queue. The address holds them: they survive a reload, and can be sent to somebody.
import { el } from '../dom.js';
import { SEVERITIES } from '../choices.js';
import { queueAddress, replaceView, route } from '../route.js';

const option = (value, words) => el('option', { value }, words);
const input = (words, more = {}) => el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: 256, placeholder: words, 'aria-label': words, ...more });

const inputs = {
  text: input('Search in the queue'),
  user: input('User of the case'),
  rule: input('Name of a rule'),
  amount: input('At least this amount', { inputmode: 'decimal' }),
  severity: el('select', { 'aria-label': 'Gravest alert' }, option('', 'All severities'), SEVERITIES.map((name) => option(name, name))),
  held: el('select', { 'aria-label': 'Who works it' }, option('', 'Taken or not'), option('nobody', 'Nobody works it'), option('me', 'I work it')),
};

export const filters = el('div', { class: 'q-filters' }, Object.values(inputs));

/** What is wanted, as the address says it. */
export const wanted = () => Object.fromEntries([...new URLSearchParams(route().id)].filter(([name, value]) => value && Object.hasOwn(inputs, name)));

/** Shows what the address says; what one types in stays as it is. */
export function show() {
  const want = wanted();
  for (const [name, each] of Object.entries(inputs)) if (each !== document.activeElement) each.value = want[name] ?? '';
}

const typed = () => Object.fromEntries(Object.entries(inputs).map(([name, each]) => [name, each.value.trim()]).filter(([, value]) => value));

let later = 0;
for (const each of Object.values(inputs)) {
  each.addEventListener('input', () => {
    clearTimeout(later);
    later = setTimeout(() => replaceView(queueAddress(typed())), each.matches('select') ? 0 : 250);
  });
}
