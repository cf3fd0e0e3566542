// A panel of a case. It has its height before its data arrives, and scrolls by itself.
import { el, put, setText } from '../dom.js';

/** The panel, its body that is filled later, and its note. */
export function casePanel(id, title) {
  const note = el('span', { class: 'note' });
  const body = el('div', { class: 'rows case-body', tabindex: 0, role: 'group', 'aria-labelledby': `${id}-title` }, el('p', { class: 'empty' }, 'Loading …'));
  const root = el('section', { class: `panel ${id}`, 'aria-labelledby': `${id}-title` }, el('header', {}, el('h2', { id: `${id}-title` }, title), note), body);
  return { root, body, note: (words) => setText(note, words), fail: (message) => put(body, el('p', { class: 'empty' }, message)) };
}
