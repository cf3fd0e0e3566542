// Draws cases as a list, and goes through it by keyboard. What did not change keeps its element.
import { el } from '../dom.js';
import { alertAddress, replaceView, route } from '../route.js';
import { emit } from '../store.js';
import { caseRow, likeness } from './case-row.js';

export const list = el('div', { class: 'feed-list', id: 'feed-list', role: 'group', 'aria-label': 'Alerts, newest first', tabindex: '-1' });

const rows = new Map();
/** The alerts of opened cases: a case stays open when an alert joins it, and when two cases become one. */
const opened = new Set();
let shown = [];

export const isEmpty = () => rows.size === 0;

const isOpen = ({ alerts }) => alerts.length > 1 && alerts.some(({ alert }) => opened.has(alert.alertId));

function toggle(each) {
  if (isOpen(each)) for (const { alert } of each.alerts) opened.delete(alert.alertId);
  else {
    opened.add(each.id);
    emit('case-opened', each.alerts[0].alert.userId);
  }
  emit('redraw');
}

/** Finds what has the focus again in a row that was drawn anew. */
function focusedIn(element) {
  const here = document.activeElement;
  if (!here || !element?.contains(here)) return null;
  return here.dataset.id ? (fresh) => (fresh.dataset.id === here.dataset.id ? fresh : fresh.querySelector(`[data-id="${CSS.escape(here.dataset.id)}"]`) ?? fresh.querySelector('button'))
    : (fresh) => fresh.querySelector('button') ?? fresh;
}

function row(each, fresh) {
  const now = likeness(each, isOpen(each));
  const known = rows.get(each.id);
  if (known?.now === now) return known.element;
  const element = caseRow(each, isOpen(each), fresh(each), () => toggle(rows.get(each.id).each));
  const again = focusedIn(known?.element);
  if (again) queueMicrotask(() => again(element)?.focus({ preventScroll: true }));
  rows.set(each.id, { element, now, each });
  return element;
}

function markOpen() {
  const { kind, id } = route();
  for (const { element, each } of rows.values()) {
    const holds = kind === 'alert' && each.alerts.some(({ alert }) => alert.alertId === id);
    const target = element.matches('.case') && !isOpen(each) ? element.firstElementChild : element;
    for (const all of [element, ...element.querySelectorAll('[aria-current]')]) if (all !== target) all.removeAttribute('aria-current');
    if (element.matches('.case') && isOpen(each)) {
      for (const inside of element.querySelectorAll('.alert-row')) inside.setAttribute('aria-current', holds && inside.dataset.id === id);
      element.removeAttribute('aria-current');
    } else target.setAttribute('aria-current', holds);
  }
}

/** Shows these cases; fresh tells of a new row whether it is highlighted, and empty what to show without any. */
export function draw(cases, fresh, empty) {
  shown = cases;
  const ids = new Set(cases.map(({ id }) => id));
  for (const [id, { element }] of rows) if (!ids.has(id)) { element.remove(); rows.delete(id); }
  let next = list.firstElementChild;
  for (const each of cases) {
    const before = rows.get(each.id)?.element;
    const element = row(each, fresh);
    if (before && before !== element) {
      if (next === before) next = before.nextElementSibling;
      before.remove();
    }
    if (element === next) next = next.nextElementSibling;
    else list.insertBefore(element, next);
  }
  while (next) { const after = next.nextElementSibling; next.remove(); next = after; }
  if (cases.length === 0) list.append(empty());
  markOpen();
}

/** Opens the case of the alert that is shown beside the list. */
export function openCaseOf(id) {
  const mine = shown.find(({ alerts }) => alerts.some(({ alert }) => alert.alertId === id));
  if (mine && !isOpen(mine)) opened.add(mine.id);
}

function focusOn(element) {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
}

/** To the next or previous row, or to the next or previous alert while one is open. */
export function step(direction) {
  const open = route();
  if (open.kind === 'alert') {
    const all = shown.flatMap(({ alerts }) => (alerts.length > 1 ? [...alerts].reverse() : alerts)).map(({ alert }) => alert.alertId);
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(open.id) + direction))];
    if (next == null || next === open.id) return;
    replaceView(alertAddress(next));
    requestAnimationFrame(() => requestAnimationFrame(() => focusOn(list.querySelector(`[data-id="${CSS.escape(next)}"]`))));
    return;
  }
  const all = [...list.querySelectorAll('.alert-row, .case-row')];
  const here = all.indexOf(document.activeElement);
  focusOn(all[Math.max(0, Math.min(all.length - 1, here + direction))]);
}
