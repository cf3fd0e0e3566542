// The keyboard. Every key stands here once, with the words that the help shows.
import { DESK_KEYS } from './desk/keys.js';
import { hasAccounts } from './desk/me.js';
import { QUEUE_KEYS } from './queue/keys.js';
import { byId, el, put } from './dom.js';
import { isInGuide, leaveGuide, showGuide } from './guide/guide.js';
import { closePopover } from './popover.js';
import { close, home, modelAddress, route } from './route.js';
import { emit } from './store.js';

/** Keys, what they do in words, and the doing of those that a browser does not do by itself. */
const KEYS = [
  { keys: ['j', '↓'], words: 'Next row; next alert while one is open', held: true, act: () => emit('step', 1) },
  { keys: ['k', '↑'], words: 'Previous row; previous alert while one is open', held: true, act: () => emit('step', -1) },
  { keys: ['Enter'], words: 'Open an alert, or a case into its alerts' },
  { keys: ['Esc'], words: 'Back to where you were' },
  { keys: ['/'], words: 'Search in alerts', act: () => byId('search').focus() },
  { keys: ['p'], words: 'Pause the list, or go on', act: () => emit('pause') },
  { keys: ['r'], words: 'Order by risk, or newest first', act: () => emit('switch-order') },
  { keys: ['e'], words: 'Figures of the engine', act: () => byId('health').click() },
  { keys: ['m'], words: 'Models in force', act: () => { location.hash = modelAddress(); } },
  { keys: ['g'], words: 'The first minute: a guide through one alert', act: showGuide },
  { keys: ['t'], words: 'Light or dark', act: () => globalThis.weirTheme.toggle() },
  { keys: ['?'], words: 'This help', act: showHelp },
];

const ARROWS = { ArrowDown: '↓', ArrowUp: '↑' };

/** Those that do something here: one decides only where there are accounts. */
const keysHere = () => (hasAccounts() ? [...KEYS, ...DESK_KEYS, ...QUEUE_KEYS] : KEYS);

const list = el('dl');
const help = el('dialog', { id: 'help', class: 'help', 'aria-labelledby': 'help-title' },
  el('header', {}, el('h2', { id: 'help-title' }, 'Keys'), el('button', { type: 'button', class: 'quiet', onclick: () => help.close() }, 'Close')),
  list,
  el('p', {}, el('button', { type: 'button', onclick: () => { help.close(); showGuide(); } }, 'Show the first minute')));

function showHelp() {
  put(list, keysHere().flatMap(({ keys, words }) => [el('dt', {}, keys.map((key) => el('kbd', {}, key))), el('dd', {}, words)]));
  help.showModal();
}

/** Arrows belong to the list while the focus is in it; elsewhere they scroll. */
const inFeed = (event) => event.target.closest('#feed-list') != null;

function escape(event) {
  if (document.querySelector('dialog[open]') || closePopover()) return;
  if (isInGuide(event.target)) { leaveGuide(); return; }
  if (event.target.matches('input:not([type=checkbox])')) event.target.blur();
  else if (['user', 'model'].includes(route().kind)) home();
  else if (route().kind === 'queue') emit('queue', 'escape');
  else if (route().kind) close();
}

export function startKeys() {
  document.body.append(help);
  help.addEventListener('click', ({ target }) => { if (target === help) help.close(); });
  byId('keys').addEventListener('click', showHelp);
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { escape(event); return; }
    if (event.target.matches('input:not([type=checkbox]), select, textarea') || document.querySelector('dialog[open]')) return;
    const key = ARROWS[event.key] ?? event.key;
    const found = keysHere().find(({ keys }) => keys.includes(key));
    if (!found?.act || (event.repeat && !found.held) || (event.key in ARROWS && !inFeed(event))) return;
    event.preventDefault();
    found.act();
  });
}
