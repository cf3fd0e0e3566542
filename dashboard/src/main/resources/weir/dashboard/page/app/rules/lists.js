// Lists of ids that rules ask, and snoozes: members are shown, added and removed.
import { el, panel, put, setText } from '../dom.js';
import { count, text, things, toTime } from '../format.js';
import { on } from '../store.js';
import { ask, mayAgree, mayPropose, send, state } from './model.js';

const SNOOZED = 'snoozed';
const DAY = 86_400_000;
const SPANS = [[0, 'for good'], [DAY, '1 day'], [7 * DAY, '7 days'], [30 * DAY, '30 days'], [90 * DAY, '90 days']];

const { root, note } = panel('rb-lists', 'Lists and snoozes');
const which = el('select', { 'aria-label': 'List' });
const sought = el('input', { type: 'search', maxlength: 200, placeholder: 'Find a member', 'aria-label': 'Find a member' });
const used = el('p', { class: 'muted rb-used' });
const body = el('tbody');
const said = el('p', { class: 'rb-said', role: 'status' });
const name = el('input', { type: 'text', maxlength: 64, placeholder: 'Name of a new list', 'aria-label': 'Name of a new list' });
const member = el('input', { type: 'text', maxlength: 256, placeholder: 'Id', 'aria-label': 'Member' });
const remark = el('input', { type: 'text', maxlength: 1000, placeholder: 'Note', 'aria-label': 'Note' });
const span = el('select', { 'aria-label': 'For how long' }, SPANS.map(([ms, words]) => el('option', { value: ms }, words)));
const add = el('button', { type: 'button' }, 'Add');
const form = el('div', { class: 'rb-tools' }, name, member, remark, span, add);
root.append(el('div', { class: 'rb-tools' }, which, sought), used,
  el('div', { class: 'rb-scroll rb-members', tabindex: 0, role: 'region', 'aria-label': 'Members of the list' },
    el('table', { class: 'rb-table' }, el('thead', {}, el('tr', {}, ['Member', 'Until', 'Note', ''].map((head) => el('th', { scope: 'col' }, head || el('span', { class: 'hidden' }, 'Change'))))), body)),
  form, said);

const NEW = '';
const mayChange = () => (which.value === SNOOZED ? mayPropose() : mayAgree());

/** A snooze is a rule and a user with a slash between them. */
function parts(id) {
  const at = id.indexOf('/');
  return { rule: id.slice(0, at), user: id.slice(at + 1) };
}

async function act(path, what, done) {
  setText(said, '');
  try {
    const { state: came, why } = await send(path, what);
    setText(said, came === 'done' ? done : came === 'waiting' ? `Kept, and written as soon as it can be: ${why}.` : `It was refused: ${why}.`);
    if (came === 'done') [member.value, remark.value] = ['', ''];
  } catch (failed) {
    setText(said, `${failed.message}.`);
  }
  show();
}

function remove(id) {
  if (which.value === SNOOZED) act('/api/snoozes', parts(id), 'The snooze ends within seconds.');
  else act('/api/lists', { list: which.value, member: id, change: 'remove' }, 'It is removed within seconds.');
}

add.addEventListener('click', () => {
  const until = Number(span.value) > 0 ? Date.now() + Number(span.value) : undefined;
  if (which.value === SNOOZED) {
    if (!member.value.includes('/')) { setText(said, 'A snooze is a rule, a slash and a user, such as velocity/user-7.'); return; }
    if (!until) { setText(said, 'A snooze has an end: say for how long.'); return; }
    act('/api/snoozes', { ...parts(member.value), until, note: remark.value }, 'It is snoozed within seconds.');
    return;
  }
  const list = which.value === NEW ? name.value : which.value;
  act('/api/lists', { list, member: member.value, change: 'add', until, note: remark.value }, `It is in ${list} within seconds.`);
});

let turn = 0;

async function show() {
  const mine = ++turn;
  name.hidden = which.value !== NEW;
  form.hidden = !mayChange();
  member.placeholder = which.value === SNOOZED ? 'rule/user' : 'Id';
  const its = state.rules?.lists.find((each) => each.name === which.value);
  setText(used, its ? `${things(its.members, 'member')}${its.usedBy.length > 0 ? `, asked by ${its.usedBy.map(text).join(', ')}` : ''}` : 'A list comes into being with its first member.');
  if (which.value === NEW) { put(body); return; }
  try {
    const { shown, members } = await ask(`/api/lists?${new URLSearchParams({ list: which.value, text: sought.value })}`);
    if (mine !== turn) return;
    put(body, shown.length > 0 ? shown.map(({ id, until, note: why }) => el('tr', {},
      el('th', { scope: 'row' }, text(id)), el('td', {}, until ? toTime(until) : 'for good'), el('td', {}, text(why)),
      el('td', {}, mayChange() && el('button', { type: 'button', onclick: () => remove(id), 'aria-label': `Remove ${text(id)}` }, which.value === SNOOZED ? 'End' : 'Remove'))))
      : el('tr', {}, el('td', { colspan: 4, class: 'muted' }, members > 0 ? 'No such member.' : 'No members.')));
  } catch (failed) {
    if (mine === turn) put(body, el('tr', {}, el('td', { colspan: 4 }, `${failed.message}.`)));
  }
}

which.addEventListener('change', () => { sought.value = ''; setText(said, ''); show(); });
sought.addEventListener('input', show);

on('rules-shown', ({ lists }) => {
  note(count(lists.length));
  const chosen = which.options.length > 0 ? which.value : SNOOZED;
  put(which, lists.map(({ name: each, members }) => el('option', { value: each }, `${text(each)} (${count(members)})`)), mayAgree() && el('option', { value: NEW }, 'A new list…'));
  which.value = [...which.options].some(({ value }) => value === chosen) ? chosen : which.options[0]?.value ?? NEW;
  show();
});
