// Assembles the page of rules.
import { byId, setText } from '../dom.js';
import { text, toTime } from '../format.js';
import { on } from '../store.js';
import { start } from './model.js';
import './table.js';
import './proposals.js';
import './backtests.js';
import './editor.js';
import './lists.js';
import './history.js';

byId('theme').addEventListener('click', () => globalThis.weirTheme.toggle());

on('rules-shown', ({ book, trouble, topic }) => {
  const since = book?.from == null ? 'from the beginning' : `${book.from > Date.now() ? 'in force from' : 'in force since'} ${toTime(book.from)}`;
  setText(byId('rb-now'), book
    ? `Book ${book.number}, ${since}, announced by ${text(book.author)}${book.comment ? `: ${text(book.comment)}` : ''}`
    : `No rules were announced on ${text(topic)} yet.`);
  setText(byId('rb-trouble'), trouble ? `${trouble}.` : '');
});
on('rules-trouble', (sentence) => setText(byId('rb-trouble'), sentence));

/** It shows itself once it is known who is there, and what the rules are or why that is not known. */
const awaited = new Set(['me', 'rules']);
function has(what) {
  awaited.delete(what);
  if (awaited.size === 0) requestAnimationFrame(() => document.body.classList.remove('rb-waits'));
}
on('me', () => has('me'));
for (const each of ['rules-shown', 'rules-trouble']) on(each, () => has('rules'));
start();
