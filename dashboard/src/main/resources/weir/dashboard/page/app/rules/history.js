// Every book there was: who announced it, when, why and what it changed. One can propose to go back.
import { el, panel, put, setText } from '../dom.js';
import { count, text, toTime } from '../format.js';
import { on } from '../store.js';
import { brief, changeList } from './changes.js';
import { mayPropose, send, state } from './model.js';

const { root, note } = panel('rb-history', 'History');
const list = el('ol', { class: 'rb-books' });
const said = el('p', { class: 'rb-said', role: 'status' });
root.append(list, said);

const opened = new Set();

async function back(number) {
  setText(said, '');
  try {
    const { proposal } = await send('/api/rules/roll-back', { number });
    setText(said, `Proposal ${proposal} is made.`);
  } catch (failed) {
    setText(said, `${failed.message}.`);
  }
}

function row({ number, state: how, from, at, author, comment, rules, changes }) {
  const details = el('details', { open: opened.has(number), ontoggle: ({ target }) => (target.open ? opened.add(number) : opened.delete(number)) },
    el('summary', {}, `Book ${number}: ${changes ? brief(changes) : 'the first book'}`), changeList(changes));
  return el('li', { class: 'rb-book', 'data-book': number }, details,
    el('p', { class: 'muted' }, `${how}, ${from == null ? 'from the beginning' : `from ${toTime(from)}`}; announced by ${text(author)}, ${toTime(at)}; ${count(rules)} rules`),
    comment && el('p', { class: 'rb-comment' }, text(comment)),
    mayPropose() && number !== state.rules.book?.number && el('div', { class: 'rb-tools' }, el('button', { type: 'button', onclick: () => back(number) }, `Propose to go back to book ${number}`)));
}

on('rules-shown', ({ history }) => {
  note(`${count(history.length)} books`);
  const focused = list.contains(document.activeElement) ? document.activeElement.closest('[data-book]')?.dataset.book : null;
  put(list, history.length > 0 ? history.map(row) : el('li', { class: 'muted' }, 'Nothing was announced yet.'));
  if (focused) list.querySelector(`[data-book="${focused}"] summary`)?.focus({ preventScroll: true });
});
