// Who is there. Without accounts nobody is, and the page is for reading.
import { byId, el, put } from '../dom.js';
import { emit, on } from '../store.js';

const SIGN_IN = '/sign-in.html';
const RULES = '/rules.html';
/** The page asks again this long after it lost the server, which may be because the session has ended. */
const AGAIN = 1000;
const DECIDERS = ['analyst', 'approver', 'admin'];

let me = { accounts: false, name: null, role: null, token: null };

export const mayDecide = () => DECIDERS.includes(me.role);
export const hasAccounts = () => me.accounts;
export const myName = () => me.name;

function leave() {
  const from = location.pathname === RULES ? '?to=rules' : '';
  location.replace(`${SIGN_IN}${from}${location.hash}`);
}

/** Asks the server to change something. Whoever is not signed in any more is sent to sign in. */
export async function change(path, what) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Weir-Token': me.token ?? '' }, body: JSON.stringify(what) })
    .catch(() => { throw new Error('The server does not answer: try again'); });
  const told = await answer.json().catch(() => ({}));
  if (answer.status === 401) leave();
  if (!answer.ok) throw Object.assign(new Error(told.error ?? 'The server cannot answer that'), { told });
  return told;
}

async function signOut() {
  await change('/api/sign-out', {}).catch(() => null);
  leave();
}

function draw() {
  const root = byId('me');
  root.hidden = !me.name;
  if (me.name) {
    const isRules = location.pathname === RULES;
    put(
      root,
      el('a', { class: 'q-link', href: isRules ? '/#/queue' : '#/queue' }, 'Queue'),
      !isRules && el('a', { class: 'go-rules', href: RULES }, 'Rules'),
      el('span', { class: 'name', title: `Signed in as ${me.role}` }, me.name),
      el('button', { type: 'button', class: 'quiet', onclick: signOut }, 'Sign out'),
    );
  }
}

async function look() {
  const told = await fetch('/api/me').then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  if (!told) return;
  if (told.accounts && !told.name) { leave(); return; }
  if (told.name === me.name && told.role === me.role && told.token === me.token) return;
  me = told;
  draw();
  emit('me', me);
}

let timer = 0;
on('connected', (is) => {
  clearTimeout(timer);
  if (!is) timer = setTimeout(look, AGAIN);
});
/** Is kept once it is known who is there, or that this cannot be known now. */
export const whoKnown = look();
