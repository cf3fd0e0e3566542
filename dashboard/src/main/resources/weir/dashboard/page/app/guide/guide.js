// The first minute: a guide through one alert. It lies over the page and moves nothing. It comes only when it is asked
// for: by the address #/?guide, which does nothing once the guide was left, by the key g, or by the help.
import { el, put, setText } from '../dom.js';
import { alertAddress, replaceView, route } from '../route.js';
import { newest, on } from '../store.js';
import { STEPS } from './steps.js';

const ASKED = '#/?guide';
const KEPT = 'weir-guide';
const LEFT = 'left';

/** A browser may refuse to keep anything. */
const kept = { get: () => { try { return localStorage.getItem(KEPT); } catch { return null; } }, set: () => { try { localStorage.setItem(KEPT, LEFT); } catch { /* It comes again. */ } } };

const count = el('span', { class: 'gd-count' });
const title = el('h2', { id: 'gd-title', tabindex: '-1' });
const words = el('p', { id: 'gd-words' });
const opener = el('button', { type: 'button', onclick: openAlert }, 'Open the newest alert');
const none = el('span', { class: 'gd-none' }, 'No alert has come yet: wait a moment.');
const back = el('button', { type: 'button', onclick: () => go(step - 1) }, 'Back');
const next = el('button', { type: 'button', onclick: () => (step === STEPS.length - 1 ? leaveGuide() : go(step + 1)) });
const root = el('section', { id: 'guide', class: 'gd', role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': 'gd-title', 'aria-describedby': 'gd-words', hidden: true },
  el('header', {}, count, el('button', { type: 'button', class: 'quiet', onclick: leaveGuide }, 'Leave the guide')),
  title, words, el('p', { class: 'gd-open' }, opener, none), el('footer', {}, back, next));
document.body.append(root);

let step = 0;
let opened = null;

function openAlert() {
  const [first] = newest();
  if (first) location.hash = alertAddress(first.alert.alertId);
}

function draw() {
  if (root.hidden) return;
  setText(count, `The first minute, ${step + 1} of ${STEPS.length}`);
  setText(title, STEPS[step].title);
  put(words, STEPS[step].words());
  back.disabled = step === 0;
  setText(next, step === STEPS.length - 1 ? 'Done' : 'Next');
  document.body.dataset.guide = step + 1;
  drawOpener();
}

function drawOpener() {
  const isOpen = route().kind === 'alert';
  const has = newest().length > 0;
  opener.classList.toggle('absent', isOpen || !has);
  none.hidden = isOpen || has;
}

function go(to) {
  step = Math.max(0, Math.min(STEPS.length - 1, to));
  draw();
  title.focus({ preventScroll: true });
}

export function showGuide() {
  if (root.hidden) {
    opened = document.activeElement;
    root.hidden = false;
    step = 0;
  }
  go(step);
}

/** Leaves it for good; the help leads to it again. */
export function leaveGuide() {
  const had = root.contains(document.activeElement);
  root.hidden = true;
  delete document.body.dataset.guide;
  kept.set();
  if (had && opened?.isConnected) opened.focus({ preventScroll: true });
}

export const isInGuide = (element) => root.contains(element);

on('route', () => {
  if (location.hash === ASKED) {
    replaceView('#/');
    if (kept.get() !== LEFT) showGuide();
  }
  if (!root.hidden) drawOpener();
});
on('me', draw);
for (const name of ['state', 'alerts']) on(name, () => { if (!root.hidden) drawOpener(); });
