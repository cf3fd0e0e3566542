// What the page of rules knows, and how it hears that something is another than before.
import { change } from '../desk/me.js';
import { emit, on } from '../store.js';

const AGAIN = 1500;

export const state = { rules: null, me: null };

export const MAY_PROPOSE = ['analyst', 'approver', 'admin'];
export const MAY_AGREE = ['approver', 'admin'];
export const mayPropose = () => MAY_PROPOSE.includes(state.me?.role);
export const mayAgree = () => MAY_AGREE.includes(state.me?.role);

on('me', (me) => {
  state.me = me;
  if (state.rules) emit('rules-shown', state.rules);
});

export async function ask(path) {
  const answer = await fetch(path).catch(() => { throw new Error('The server does not answer'); });
  const told = await answer.json().catch(() => null);
  if (!answer.ok || !told) throw new Error(told?.error ?? 'The server cannot answer that');
  return told;
}

/** Ids may be made only where the page is loaded safely; elsewhere the server makes one. */
const uuid = () => globalThis.crypto?.randomUUID?.();

/** Asks for a change, once even if it is asked twice, and shows what comes of it. */
export async function send(path, what) {
  const answer = await change(path, { id: uuid(), ...what });
  await refresh();
  return answer;
}

let asking = null;
let wanted = false;

/** Asks for everything again; of several wishes at once the last one counts. */
export async function refresh() {
  if (asking) { wanted = true; return asking; }
  asking = (async () => {
    do {
      wanted = false;
      try {
        state.rules = await ask('/api/rules');
        emit('rules-shown', state.rules);
      } catch (failed) {
        emit('rules-trouble', `${failed.message}.`);
      }
    } while (wanted);
  })();
  try { await asking; } finally { asking = null; }
  return null;
}

let source = null;

function listen() {
  source?.close();
  source = new EventSource('/api/events');
  source.addEventListener('ruleChange', refresh);
  source.addEventListener('tick', () => emit('connected', true));
  source.onerror = () => {
    emit('connected', false);
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
  };
}

export function start() {
  refresh();
  listen();
}
