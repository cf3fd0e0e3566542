// Marks rows of alerts that were decided. Rows are drawn elsewhere: they are found as they come.
import { el } from '../dom.js';
import { on, store } from '../store.js';
import { decided } from './decided.js';
import { WORDS } from './words.js';

const ROWS = '.alert-row[data-id]';

function mark(row) {
  const message = store.alerts.get(row.dataset.id);
  const stands = message ? decided(message.alert)?.stands : null;
  if ((row.dataset.decided ?? null) === (stands ?? null)) return;
  row.querySelector('.decided')?.remove();
  if (!stands) { delete row.dataset.decided; return; }
  row.dataset.decided = stands;
  row.querySelector('.rule')?.append(el('span', { class: `decided ${stands}` }, WORDS[stands]));
}

const markAll = () => document.querySelectorAll(ROWS).forEach(mark);

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (node.matches(ROWS)) mark(node);
      else if (node.childElementCount > 0) node.querySelectorAll(ROWS).forEach(mark);
    }
  }
}).observe(document.body, { childList: true, subtree: true });
on('decided', markAll);
