// The inputs of a model: how much each moves scores, how many alerts name it, and whether it is as in training.
import { el, meter } from '../dom.js';
import { number, share, text } from '../format.js';
import { grade, gradeSentence } from './words.js';

/** Those that need a look come first, then those that move scores most. */
const GRAVITY = ['different', 'moving'];
const gravity = ({ drift }) => (GRAVITY.includes(drift.grade) ? GRAVITY.indexOf(drift.grade) : GRAVITY.length);
export const byGravity = (a, b) => gravity(a) - gravity(b) || b.influence - a.influence;

const all = (named) => named.reduce((sum, { alerts }) => sum + alerts, 0);

/** In words if there are several severities. */
function severities(named) {
  const sums = new Map();
  for (const { severity, alerts } of named) sums.set(severity, (sums.get(severity) ?? 0) + alerts);
  return sums.size > 1 ? [...sums].map(([severity, alerts]) => `${alerts} ${severity}`).join(', ') : '';
}

function row(input, told, limits) {
  const words = severities(input.named);
  return el('tr', {},
    el('th', { scope: 'row' }, el('span', { class: 'mono mdl-input' }, text(input.text)), input.usual && el('span', { class: 'mdl-small' }, `usual: ${text(input.usual)}`)),
    el('td', {}, el('span', { class: 'mdl-part' }, share(input.influence)), meter(input.influence)),
    el('td', { class: 'number' }, told ? share(all(input.named) / told) : '–', words && el('span', { class: 'mdl-small' }, words)),
    el('td', { class: 'number' }, input.drift.index == null ? '–' : number(input.drift.index)),
    el('td', {}, grade(input.drift), el('span', { class: 'mdl-small' }, gradeSentence(input.drift, limits))));
}

const HEADS = [['Input', ''], ['Moves scores', ''], ['Named in alerts', 'number'], ['PSI', 'number'], ['Now against training', '']];

export function inputTable(report, limits) {
  const inputs = [...report.inputs].sort(byGravity);
  return el('div', { class: 'mdl-scroll', tabindex: 0, role: 'region', 'aria-label': 'Inputs of the model', 'data-keep': 'inputs' },
    el('table', { class: 'mdl-table mdl-inputs' },
      el('thead', {}, el('tr', {}, HEADS.map(([name, kind]) => el('th', { scope: 'col', class: kind || null }, name)))),
      el('tbody', {}, inputs.map((input) => row(input, report.told, limits)))));
}
