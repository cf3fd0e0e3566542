// Elements and text. Data becomes text, never markup: nothing here parses HTML.

/** How long a panel rests after a drawing, as a multiple of the time that the drawing took. */
const PAUSE = 8;

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
export const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
export const byId = (id) => document.getElementById(id);

/** Replaces all children. Those that are there already stay: what a browser takes out, if only for a moment, loses the focus. */
export function put(element, ...children) {
  const all = children.flat().filter((child) => child != null && child !== false);
  if (all.length !== element.childNodes.length || all.some((child, i) => child !== element.childNodes[i])) element.replaceChildren(...all);
}

/** Replaces all children by new ones of the same kind, and keeps the focus where it was. */
export function redraw(element, ...children) {
  const stops = () => [...element.querySelectorAll('a, button, input, select, summary')];
  const at = stops().indexOf(document.activeElement);
  put(element, ...children);
  if (at >= 0) stops().at(Math.min(at, stops().length - 1))?.focus({ preventScroll: true });
}

/** Replaces the text only if it differs, so that the browser does not paint the same text again. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A panel with its header. */
export function panel(id, title, ...tools) {
  const root = byId(id);
  const note = el('span', { class: 'note' });
  root.append(el('header', {}, el('h2', { id: `${id}-title` }, title), note, ...tools));
  return { root, note: (text) => setText(note, text) };
}

/**
 * Draws at most once a frame, and never while the page is hidden. A slow drawing runs less often, so
 * that the page has most of its time for its user.
 */
export function onFrame(draw) {
  let asked = false;
  let next = 0;
  const run = () => {
    asked = false;
    const begin = performance.now();
    draw();
    const end = performance.now();
    next = end + (end - begin) * PAUSE;
  };
  return () => {
    if (asked) return;
    asked = true;
    const wait = next - performance.now();
    if (wait > 20) setTimeout(() => requestAnimationFrame(run), wait);
    else requestAnimationFrame(run);
  };
}

/** A bar that shows a part of a whole. */
export function meter(part) {
  return svg('svg', { class: 'meter', 'aria-hidden': 'true' },
    svg('rect', { class: 'track', width: '100%', height: 5, rx: 2.5 }),
    svg('rect', { class: 'fill', width: `${Math.max(0.6, Math.min(1, part) * 100)}%`, height: 5, rx: 2.5 }));
}
