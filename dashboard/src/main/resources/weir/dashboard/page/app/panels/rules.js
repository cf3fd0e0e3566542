// How many alerts each rule has, by severity.
import { el, panel, redraw } from '../dom.js';
import { on, emit, store } from '../store.js';
import { bars } from './bars.js';

const { root, note } = panel('rules', 'By rule');
const body = el('div', { class: 'rows' });
root.append(body);

on('rules', (rules) => {
  note(store.tick?.postgres.state === 'UP' ? 'in the last hour' : 'among the newest alerts');
  redraw(body, bars(rules.map(({ rule, severity, alerts }) => ({
    name: `${rule} · ${severity}`,
    value: alerts,
    severity,
    label: `Show alerts of ${rule}`,
    onclick: () => emit('filter', { rule, severity }),
  })), 'No rule has fired.'));
});
