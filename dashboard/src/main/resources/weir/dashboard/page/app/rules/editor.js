// The text of the rules: checked as one types, with what it would change, and proposed with a comment.
import { el, panel, put, setText } from '../dom.js';
import { text, things } from '../format.js';
import { change } from '../desk/me.js';
import { on } from '../store.js';
import { changeList } from './changes.js';
import { ask, mayPropose, send, state } from './model.js';

const PAUSE = 350;

const { root, note } = panel('rb-editor', 'Edit');
const numbers = el('pre', { class: 'rb-numbers', 'aria-hidden': 'true' });
const area = el('textarea', { class: 'rb-area', spellcheck: 'false', autocapitalize: 'none', autocomplete: 'off', wrap: 'off', rows: 22, 'aria-label': 'The rules in YAML', 'aria-describedby': 'rb-found' });
const found = el('div', { class: 'rb-found', id: 'rb-found', role: 'status', 'aria-live': 'polite' });
const comment = el('input', { type: 'text', maxlength: 800, placeholder: 'Why (is kept with it)', 'aria-label': 'Comment' });
const trial = el('input', { type: 'checkbox', id: 'rb-trial' });
const propose = el('button', { type: 'button', class: 'rb-main', disabled: true }, 'Propose');
const reset = el('button', { type: 'button' }, 'Back to the book that stands');
const said = el('p', { class: 'rb-said', role: 'status' });
const tools = el('div', { class: 'rb-tools' }, comment, el('label', { class: 'rb-check', for: 'rb-trial' }, trial, ' On trial first (shadow)'), propose, reset);
root.append(el('div', { class: 'rb-edit' }, el('div', { class: 'rb-paper' }, numbers, area), found), tools, said);

let base = null;
let replaces = null;
let standing = '';
let timer = 0;
let turn = 0;
let lines = 0;

function number() {
  const now = area.value.split('\n').length;
  if (now !== lines) {
    lines = now;
    setText(numbers, Array.from({ length: now }, (_, i) => i + 1).join('\n'));
  }
  numbers.scrollTop = area.scrollTop;
}

function goTo(line, column) {
  const before = area.value.split('\n').slice(0, line - 1).join('\n');
  const at = before.length + (line > 1 ? 1 : 0) + column - 1;
  area.focus();
  area.setSelectionRange(at, at);
}

function show({ faults, rules, against, changes, notes }) {
  if (faults.length > 0) {
    put(found, el('h3', {}, things(faults.length, 'fault')), el('ul', { class: 'rb-faults' }, faults.map(({ line, column, sentence }) =>
      el('li', {}, line > 0 ? el('button', { type: 'button', class: 'rb-place', onclick: () => goTo(line, column) }, `${line}:${column}`) : null, ` ${text(sentence)}`))));
    return;
  }
  put(found, el('h3', {}, against == null ? `${things(rules, 'rule')}, no fault` : `Against book ${against}`), changeList(changes), notes.map((each) => el('p', { class: 'muted' }, `Note: ${text(each)}`)));
}

async function check() {
  const mine = ++turn;
  propose.disabled = true;
  if (area.value === standing && replaces == null) {
    put(found, el('p', { class: 'muted' }, 'This is the book that stands. What you change is checked as you type.'));
    return;
  }
  try {
    const answer = await change('/api/rules/check', { text: area.value });
    if (mine !== turn) return;
    show(answer);
    propose.disabled = answer.faults.length > 0 || !answer.isNew;
  } catch (failed) {
    if (mine === turn) put(found, el('p', {}, `${failed.message}.`));
  }
}

function typed() {
  number();
  turn++;
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

function load(book) {
  base = book?.number ?? 0;
  replaces = null;
  standing = book?.text ?? '';
  area.value = standing;
  note(base ? `from book ${base}` : 'the first book');
  number();
  check();
}

reset.addEventListener('click', () => load(state.rules?.book));
area.addEventListener('input', typed);
area.addEventListener('scroll', () => { numbers.scrollTop = area.scrollTop; });
propose.addEventListener('click', async () => {
  propose.disabled = true;
  setText(said, '');
  try {
    const { proposal } = await send('/api/rules/propose', { text: area.value, comment: comment.value, base, trial: trial.checked, replaces });
    comment.value = '';
    trial.checked = false;
    setText(said, `Proposal ${proposal} is made.`);
    load(state.rules?.book);
  } catch (failed) {
    setText(said, `${failed.message}.`);
    propose.disabled = false;
  }
});

on('edit-proposal', async (id) => {
  try {
    const { text: its, anew, outdated, proposal } = await ask(`/api/rules/proposal?id=${id}`);
    base = state.rules?.book?.number ?? 0;
    replaces = id;
    area.value = anew ?? its;
    comment.value = proposal.comment;
    note(anew ? `proposal ${id}, put into book ${base}`
      : outdated ? `proposal ${id}: book ${base} changed the same lines, look at each difference`
      : `proposal ${id}, from book ${base}`);
    number();
    check();
    area.focus();
  } catch (failed) {
    setText(said, `${failed.message}.`);
  }
});

on('rules-shown', ({ book }) => {
  root.hidden = state.me != null && !mayPropose();
  const untouched = area.value === standing && replaces == null;
  const now = book?.number ?? 0;
  if (base == null || (untouched && now !== base)) load(book);
  else if (now !== base) note(`from book ${base}, and book ${now} stands by now: what you have typed is compared with that`);
  // What was typed is kept, and proposed as a change of the book that it is compared with.
  if (!untouched && now !== base) { base = now; typed(); }
});
