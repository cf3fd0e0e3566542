// The events of the server. After a lost connection the browser reconnects by itself, and names the
// last event it received. If that fails, the page opens a new stream, which begins with the whole state.
import { store, begin, addGrounds, addPoint, merge, emit } from './store.js';

const SILENT = 6000;
const AGAIN = 1500;
/** A browser opens at most six connections to a server: a hidden page gives up its own. */
const UNSEEN = 5000;
const PANELS = ['totals', 'openAlerts', 'rules', 'users', 'amounts', 'deadLetters', 'scores', 'claims'];

let source = null;
let heard = performance.now();
let connected = null;

function tell(now) {
  if (connected === now) return;
  connected = now;
  emit('connected', now);
}

function listen(name, handle) {
  source.addEventListener(name, (event) => {
    heard = performance.now();
    tell(true);
    handle(JSON.parse(event.data));
  });
}

function open() {
  source?.close();
  source = new EventSource('/api/events');
  heard = performance.now();
  listen('state', (state) => { begin(state); emit('state'); });
  listen('alerts', (batch) => emit('alerts', { changed: merge(batch.alerts), left: batch.left }));
  listen('tick', (tick) => { store.tick = tick; if (store.points.at(-1)?.time !== tick.point.time) addPoint(tick.point); emit('tick', tick); });
  listen('decisions', (made) => emit('decisions', made));
  listen('grounds', (found) => { addGrounds(found); emit('grounds', found); });
  for (const name of PANELS) listen(name, (panel) => { store.panels[name] = panel; emit(name, panel); });
  source.onerror = () => {
    tell(false);
    if (source?.readyState === EventSource.CLOSED) { setTimeout(open, AGAIN); sayWhy(); }
  };
}

function shut() {
  source?.close();
  source = null;
}

/** The browser hides why the server refused a stream, so the page asks whether the server is full. */
async function sayWhy() {
  const room = await fetch('/api/room').then((answer) => answer.json()).catch(() => null);
  emit('refused', room?.listeners >= room?.most ? room : null);
}

export function start() {
  open();
  setInterval(() => {
    if (source && performance.now() - heard > SILENT) { tell(false); open(); }
  }, 2000);
  let leaving = 0;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(shut, UNSEEN);
    else if (!source) open();
  });
}

export async function ask(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  const response = await fetch(`/api/${path}?${new URLSearchParams(given)}`).catch(() => { throw new Error('The server does not answer.'); });
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer) throw new Error(answer?.error ? `${answer.error}.` : 'The server cannot answer that.');
  return answer;
}
