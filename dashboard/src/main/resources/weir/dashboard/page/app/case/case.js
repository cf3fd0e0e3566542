// The case of a user: what the page shows of one user besides payments and alerts, where there are accounts.
import { on } from '../store.js';
import { hasAccounts } from '../desk/me.js';
import { ask } from '../stream.js';
import { normal } from './normal.js';
import { shared } from './shared.js';
import { timeline } from './timeline.js';
import { tools } from './tools.js';

const AGAIN = 15_000;

/** The case that is shown: its parts stay while the page around them is drawn anew. */
let shown = null;

function build(user) {
  const parts = [tools(user, () => look(user)), timeline(), shared(), normal()];
  return { user, parts, last: '', wanted: 0, roots: parts.map(({ root }) => root) };
}

async function look(user) {
  const mine = shown;
  if (mine?.user !== user) return;
  const turn = ++mine.wanted;
  try {
    const told = await ask('cases', { user });
    if (mine !== shown || turn !== mine.wanted) return;
    const now = JSON.stringify(told);
    if (now === mine.last) return;
    mine.last = now;
    for (const { fill } of mine.parts) fill?.(told);
  } catch (failed) {
    if (mine === shown && mine.last === '') for (const { fail } of mine.parts) fail?.(failed.message);
  }
}

/** The panels of this user's case; none without accounts. The payments are those that the page shows. */
export function caseParts(user, payments) {
  if (!hasAccounts()) return [];
  if (shown?.user !== user) shown = build(user);
  for (const { take } of shown.parts) take?.(payments ?? []);
  const here = document.activeElement;
  if (shown.roots.some((root) => root.contains(here))) queueMicrotask(() => here.focus({ preventScroll: true }));
  look(user);
  return shown.roots;
}

export function leaveCase() {
  shown = null;
}

on('decided', (decisions) => { if (shown && decisions.some(({ user }) => user === shown.user)) look(shown.user); });
setInterval(() => { if (shown && !document.hidden) look(shown.user); }, AGAIN);
