// Rows with a name, a figure and a bar. Several panels use them.
import { el, meter } from '../dom.js';
import { count, text } from '../format.js';

/** Each row: {name, value, severity?, href?, onclick?, label?}. */
export function bars(rows, empty) {
  const most = Math.max(1, ...rows.map((row) => row.value));
  if (rows.length === 0) return [el('p', { class: 'empty' }, empty)];
  return rows.map((row) => {
    const inside = [el('span', { class: 'name' }, text(row.name)), el('span', { class: 'number' }, count(row.value)), meter(row.value / most)];
    const kind = `row ${row.severity ?? ''}`;
    if (row.href) return el('a', { class: kind, href: row.href, title: text(row.label) }, inside);
    if (row.onclick) return el('button', { class: kind, type: 'button', title: text(row.label), onclick: row.onclick }, inside);
    return el('div', { class: kind }, inside);
  });
}
