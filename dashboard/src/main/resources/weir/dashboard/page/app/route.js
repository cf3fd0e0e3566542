// The address. Its fragment names the view: #/, #/alert/ID, #/user/ID, #/dead/REASON, #/model or #/queue?FILTERS. Its query names the
// choices: which alerts are listed and in which order. Both survive a reload and a bookmark, and back and forward work.
import { PERIODS, SEVERITIES } from './choices.js';
import { emit } from './store.js';

export const alertAddress = (id) => `#/alert/${encodeURIComponent(id)}`;
export const userAddress = (id) => `#/user/${encodeURIComponent(id)}`;
/** The queue, with what of it is wanted. */
export function queueAddress(want) {
  const query = new URLSearchParams(want).toString();
  return `#/queue${query && `?${query}`}`;
}
export const lettersAddress = (reason) => `#/dead/${encodeURIComponent(reason)}`;
/** The models in force, in the usual time or in another one. */
export const modelAddress = (period = '') => `#/model${period && `/${period}`}`;

/** What opens beside a view, and not in its place. */
const BESIDE = ['alert', 'dead'];

export function route() {
  const [isModel, period = ''] = location.hash.match(/^#\/model(?:\/(\w+))?$/) ?? [];
  if (isModel) return { kind: 'model', id: period };
  const queue = location.hash.match(/^#\/queue(?:\?(.*))?$/);
  if (queue) return { kind: 'queue', id: queue[1] ?? '' };
  const [, kind = '', id = ''] = location.hash.match(/^#\/(alert|user|dead)\/(.+)$/) ?? [];
  try { return { kind, id: decodeURIComponent(id) }; } catch { return { kind: '', id: '' }; }
}

let under = '#/';
/** Where one was before the page of a user: the overview or the queue. */
let base = '#/';
/** The entry of the history before this one, if the page itself made both. */
let before = null;

function go() {
  if (location.hash !== '' && !location.hash.startsWith('#/')) return;
  const now = route();
  if (history.state?.weir == null) history.replaceState({ weir: before ?? '' }, '');
  before = location.href;
  if (!BESIDE.includes(now.kind)) under = location.hash || '#/';
  if (now.kind === '' || now.kind === 'queue') base = location.hash || '#/';
  emit('route', now);
}

/** Goes to a view in place of the present one, which is not gone back to. */
export function replaceView(address) {
  history.replaceState(history.state, '', address);
  go();
}

/** Closes what is open beside the view. */
export function close() {
  const back = new URL(under, location.href).href;
  if (history.state?.weir === back) history.back();
  else location.hash = under;
}

/** Returns to the overview or the queue, as it was left. */
export function home() {
  under = base;
  close();
}

const LONGEST = 256;
const isText = (value) => value.length <= LONGEST && !/\p{Cc}/u.test(value) && value.isWellFormed();

/** What each choice may be, and the words for that. */
const MAY_BE = {
  rule: [isText, 'a name'],
  severity: [(value) => SEVERITIES.includes(value), SEVERITIES.join(', ')],
  user: [isText, 'a name'],
  text: [isText, 'a text'],
  order: [(value) => value === 'risk', 'risk'],
  period: [(value) => value in PERIODS, Object.keys(PERIODS).join(', ')],
};

/** The choices in the address, and a sentence about each part of it that is none. */
export function choices() {
  const [found, faults] = [{}, []];
  for (const [name, value] of new URLSearchParams(location.search)) {
    const [isOne, words] = Object.hasOwn(MAY_BE, name) ? MAY_BE[name] : [];
    if (!isOne) faults.push(`“${name}” is not a filter`);
    else if (name in found) faults.push(`${name} is given twice`);
    else if (value !== '' && !isOne(value)) faults.push(`“${value}” is no ${name}: expected ${words}`);
    else found[name] = value;
  }
  return { found, faults };
}

let searched = location.search;

/** Puts choices into the address; each new one is a step to go back to, but not each letter of a word. */
export function choose(want, isStep) {
  const query = new URLSearchParams(Object.entries(want).filter(([, value]) => value)).toString();
  const address = `${location.pathname}${query && `?${query}`}${location.hash}`;
  if (location.search === (query && `?${query}`)) return;
  if (isStep) history.pushState({ weir: location.href }, '', address);
  else history.replaceState(history.state, '', address);
  [searched, before] = [location.search, location.href];
}

export function startRouting() {
  addEventListener('hashchange', go);
  addEventListener('popstate', () => {
    if (location.search !== searched) emit('choices', searched = location.search);
  });
  emit('choices', searched);
  go();
}
