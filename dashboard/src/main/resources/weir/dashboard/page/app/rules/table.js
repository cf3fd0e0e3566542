// Each rule with its sentence, its figures, and who changed it when. Its mode can be changed by a proposal.
import { el, panel, put, setText } from '../dom.js';
import { count, money, share, text, toTime } from '../format.js';
import { on } from '../store.js';
import { mayPropose, send } from './model.js';

const HEADS = [['Rule'], ['Mode'], ['Alerts in 24 h', 'number'], ['Precision', 'number'], ['Recall', 'number'], ['Money caught', 'number'], ['Changed']];

const { root, note } = panel('rb-rules', 'Rules');
const body = el('tbody');
const said = el('p', { class: 'rb-said', role: 'status' });
root.append(
  el('div', { class: 'rb-scroll', tabindex: 0, role: 'region', 'aria-label': 'Rules and their figures' },
    el('table', { class: 'rb-table' }, el('thead', {}, el('tr', {}, HEADS.map(([head, kind]) => el('th', { scope: 'col', class: kind }, head)))), body)),
  said);

const part = (known) => (known == null ? '–' : share(known));
const words = ({ mode, share: percent }) => (mode === 'rollout' ? `${percent} % of users` : mode);

/** What is being chosen, which a new drawing must not undo. */
const choosing = new Map();

function setting(rule) {
  const kept = choosing.get(rule.id);
  if (kept) return kept;
  const mode = el('select', { 'aria-label': `Mode of ${text(rule.id)}` },
    [['', 'Change…'], ['live', 'live'], ['shadow', 'shadow'], ['rollout', 'rollout…']].map(([value, label]) => el('option', { value }, label)));
  const percent = el('input', { type: 'text', inputmode: 'decimal', value: '10 %', class: 'rb-share', maxlength: 8, 'aria-label': `Share of the users for ${text(rule.id)}`, disabled: true });
  const propose = el('button', { type: 'button', disabled: true }, 'Propose');
  mode.addEventListener('change', () => {
    percent.disabled = mode.value !== 'rollout';
    propose.disabled = mode.value === '';
  });
  propose.addEventListener('click', async () => {
    propose.disabled = true;
    setText(said, '');
    try {
      const { proposal } = await send('/api/rules/set', { rule: rule.id, mode: mode.value, share: mode.value === 'rollout' ? percent.value : undefined });
      setText(said, `Proposal ${proposal} is made.`);
      mode.value = '';
      percent.disabled = true;
    } catch (failed) {
      setText(said, `${failed.message}.`);
      propose.disabled = false;
    }
  });
  const tools = el('div', { class: 'rb-setting' }, mode, percent, propose);
  choosing.set(rule.id, tools);
  return tools;
}

function row(rule) {
  const { id, version, severity, sentence, figure, by, at, book, comment } = rule;
  const caught = figure.caught.filter(({ amount }) => Number(amount) > 0);
  return el('tr', { 'data-rule': id },
    el('th', { scope: 'row' }, el('span', { class: 'rb-id' }, `${text(id)} `, el('span', { class: 'muted' }, `v${version}`)), el('span', { class: `severity ${severity}` }, severity), el('span', { class: 'rb-sentence' }, text(sentence))),
    el('td', {}, el('span', { class: `rb-mode ${rule.mode}` }, words(rule)), mayPropose() && setting(rule)),
    el('td', { class: 'number' }, count(figure.lastDay)),
    el('td', { class: 'number' }, part(figure.precision)),
    el('td', { class: 'number' }, part(figure.recall)),
    el('td', { class: 'number' }, caught.length > 0 ? caught.map(({ currency, amount }) => el('div', {}, money(amount, currency))) : '–'),
    el('td', {}, `${text(by)}, ${toTime(at)}`, el('span', { class: 'rb-why' }, `book ${book}${comment ? `: ${text(comment)}` : ''}`)));
}

on('rules-shown', ({ rules }) => {
  note(`${count(rules.length)} in the book that stands`);
  const focused = body.contains(document.activeElement) ? document.activeElement : null;
  put(body, rules.length > 0 ? rules.map(row) : el('tr', {}, el('td', { colspan: HEADS.length, class: 'muted' }, 'There are no rules.')));
  focused?.focus({ preventScroll: true });
});
