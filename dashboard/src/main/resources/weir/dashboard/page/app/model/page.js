// The view of the models in force: #/model, and #/model/1h or #/model/7d for another time.
import { byId, el, put } from '../dom.js';
import { things } from '../format.js';
import { modelAddress } from '../route.js';
import { on } from '../store.js';
import { ask } from '../stream.js';
import { reportOf } from './report.js';
import { STRETCHES } from './words.js';

const AGAIN = 15_000;
const USUAL = '1d';

const root = byId('model');
const overview = byId('overview');
const links = Object.entries(STRETCHES).map(([code, words]) => el('a', { href: modelAddress(code === USUAL ? '' : code) }, words));
const body = el('div', { class: 'mdl-body' }, el('p', { class: 'mdl-note' }, 'Loading …'));
put(root, el('header', { class: 'mdl-head' }, el('a', { class: 'mdl-back', href: '#/' }, '← Overview'), el('h1', {}, 'Models in force'),
  el('nav', { 'aria-label': 'Time' }, links)), body);

let period = null;
let last = '';
let timer = 0;

const NONE = ['./weir train --rules=my-rules.yaml', './weir models announce model-0123456789ab.json', './weir rules announce my-rules.yaml'];

function nothing({ state, why, announced }) {
  if (state !== 'NONE') return el('div', { class: 'mdl-none' }, el('strong', {}, 'The models are not known here.'), el('span', {}, why));
  return el('div', { class: 'mdl-none' }, el('strong', {}, 'No rule in force asks a model.'),
    el('span', {}, announced > 0 ? `${things(announced, 'model')} ${announced === 1 ? 'is' : 'are'} announced, but the rules in force name none. Put a rule of kind “model” into the rule book, and announce the book.`
      : 'A model gives each payment a score. Train one from the log, announce it, and put the rule that training prints into the rule book:'),
    el('code', {}, NONE.slice(announced > 0 ? 2 : 0).join('\n')));
}

/** Draws anew, and leaves open and focused what was. */
function fill(answer) {
  const opened = new Set([...body.querySelectorAll('details[open]')].map((each) => each.dataset.keep));
  const focused = root.contains(document.activeElement) ? document.activeElement.closest('[data-keep]') : null;
  put(body, answer.models.length > 0 ? answer.models.map((report) => reportOf(report, answer)) : nothing(answer));
  for (const each of body.querySelectorAll('details')) each.open = opened.has(each.dataset.keep);
  if (focused) {
    const again = body.querySelector(`[data-keep="${CSS.escape(focused.dataset.keep)}"]`);
    (again?.querySelector('summary') ?? again)?.focus({ preventScroll: true });
  }
}

/** What is drawn, without the moment at which it was asked. */
const likeness = ({ from, to, ...rest }) => JSON.stringify(rest);

async function look() {
  const asked = period;
  try {
    const answer = await ask('model', { period: asked });
    if (period !== asked) return;
    const now = likeness(answer);
    if (now !== last) { fill(answer); last = now; }
  } catch (failed) {
    if (period === asked && last === '') put(body, el('div', { class: 'mdl-none' }, el('strong', {}, failed.message), el('span', {}, `This page asks again every ${AGAIN / 1000} s.`)));
  }
}

function open(code) {
  const fresh = period === null;
  period = Object.hasOwn(STRETCHES, code) ? code : USUAL;
  Object.keys(STRETCHES).forEach((each, i) => { links[i].ariaCurrent = each === period ? 'true' : null; });
  root.hidden = false;
  overview.hidden = true;
  if (fresh) { root.focus({ preventScroll: true }); scrollTo(0, 0); }
  look();
  clearInterval(timer);
  timer = setInterval(() => { if (!document.hidden) look(); }, AGAIN);
}

function shut(isOverview) {
  clearInterval(timer);
  period = null;
  root.hidden = true;
  if (isOverview) overview.hidden = false;
}

on('route', ({ kind, id }) => {
  if (kind === 'model') open(id);
  else if (period !== null && ['', 'user', 'queue'].includes(kind)) shut(kind === '');
});
