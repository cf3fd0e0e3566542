// The bar at the top: it shows which sources answer.
import { byId, el, setText } from './dom.js';
import { toClock } from './format.js';
import { on, store } from './store.js';

/** The bar says for this long that a source is back. */
const NEWS = 10_000;

const chips = {};
const missed = new Set();
let connected = null;
let refused = null;

function chip(name) {
  const words = el('span');
  chips[name] = { root: el('span', { class: 'source' }, words), words };
  byId('sources').append(chips[name].root);
}

function show(name, state, words, title) {
  const { root, words: inside } = chips[name];
  const kind = `source ${state}`;
  if (root.className !== kind) root.className = kind;
  setText(inside, words);
  if (root.title !== title) root.title = title;
}

function source(name, label, status, offWords, now) {
  const { state, since, note } = status;
  if (state === 'DOWN') missed.add(name);
  else if (state === 'UP' && now - since > NEWS) missed.delete(name);
  const title = [note, state === 'OFF' ? '' : `since ${toClock(since)}`].filter(Boolean).join(', ');
  if (state === 'OFF') show(name, 'off', offWords, 'no address given');
  else if (state === 'UP') show(name, missed.has(name) ? 'up news' : 'up', missed.has(name) ? `${label} is back` : label, title);
  else if (state === 'CONNECTING') show(name, 'connecting', `${label}: connecting`, title);
  else show(name, 'down', note === 'does not answer' ? `${label} away` : `${label} ${note}`, title);
}

chip('live');
chip('kafka');
chip('postgres');

function draw() {
  const { tick } = store;
  if (connected === false && refused) show('live', 'down', 'Too many pages are open', `${refused.most} pages are open, and the server accepts no more: close one of them`);
  else if (connected === false) show('live', 'down', 'Reconnecting …', 'the server does not answer');
  else if (!tick) show('live', 'connecting', 'Connecting …', '');
  else show('live', 'up', 'Live', 'alerts arrive as they happen');
  document.body.classList.toggle('stale', connected === false);
  chips.kafka.root.hidden = chips.postgres.root.hidden = !tick;
  if (!tick) return;
  source('kafka', 'Kafka', tick.kafka, 'No Kafka: PostgreSQL only, polled every second', tick.point.time);
  source('postgres', 'PostgreSQL', tick.postgres, 'No PostgreSQL: the newest alerts only', tick.point.time);
}

on('connected', (now) => { connected = now; if (now) refused = null; draw(); });
on('refused', (now) => { refused = now; draw(); });
on('tick', draw);
draw();
