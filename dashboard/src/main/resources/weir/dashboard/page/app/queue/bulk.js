// Deciding about many cases at once: first what that comes to, then how far it is, and how to take it back.
import { el, put, setText } from '../dom.js';
import { brief, money, text, things } from '../format.js';
import { change } from '../desk/me.js';
import { ask } from '../stream.js';

const AGAIN = 400;
const MOST_NOTE = 1000;

const root = el('dialog', { id: 'q-bulk', class: 'help q-bulk', 'aria-labelledby': 'q-bulk-title' });
document.body.append(root);
root.addEventListener('close', () => done());

let done = () => {};
const uuid = () => globalThis.crypto?.randomUUID?.();
const close = () => root.close();
const shown = (user) => text(brief(user, 80));

const left = (all) => all.length > 0 && el('details', {}, el('summary', {}, `${things(all.length, 'case')} left out`),
  el('ul', {}, all.map(({ user, why }) => el('li', {}, `${shown(user)}: ${text(why)}`))));

const fill = (title, ...body) => put(root, el('header', {}, el('h2', { id: 'q-bulk-title' }, title), el('button', { type: 'button', class: 'quiet', onclick: close }, 'Close')), ...body);

const problem = (failed) => fill('Nothing was decided', el('p', {}, `${failed.message.replace(/\.$/, '')}.`));

/** Follows a bulk decision to its end. */
async function follow(answer, title) {
  const words = el('p', { role: 'status' });
  const bar = el('progress', { max: answer.cases || 1, value: 0, 'aria-label': 'How far it is' });
  const undo = el('button', { type: 'button', disabled: true, onclick: () => send({ undo: answer.bulk, note: '' }, 'Taken back') }, 'Undo all');
  fill(title, words, bar, left(answer.left), answer.kind !== 'undone' && el('div', { class: 'q-tools' }, undo));
  for (let now = answer; ; now = await ask('queue/bulk', { id: answer.bulk })) {
    bar.value = now.done;
    setText(words, now.done === now.cases ? `${things(now.done, 'case')} decided.` : `${now.done} of ${things(now.cases, 'case')} written${now.why ? `: ${text(now.why)}` : ''}.`);
    if (now.done === now.cases) break;
    await new Promise((go) => { setTimeout(go, AGAIN); });
  }
  undo.disabled = answer.cases === 0;
}

async function send(wish, title) {
  for (const each of root.querySelectorAll('button')) each.disabled = true;
  try { await follow(await change('/api/queue/bulk', { id: uuid(), ...wish }), title); } catch (failed) { problem(failed); }
}

/** Says what a decision about these cases comes to, and asks for it. */
export async function decide(cases, closed) {
  done = closed;
  const wanted = cases.map(({ user, newest }) => ({ user, seenUntil: newest }));
  fill(`Decide ${things(cases.length, 'case')}`, el('p', {}, 'Adding up …'));
  root.showModal();
  try {
    const sum = await change('/api/queue/summary', { cases: wanted });
    const note = el('input', { type: 'text', maxlength: MOST_NOTE, placeholder: 'Note (optional)', 'aria-label': 'Note for all' });
    const button = (decision, words) => el('button', { type: 'button', disabled: sum.cases === 0, onclick: () => send({ decision, note: note.value, cases: wanted }, words) }, words);
    fill(`Decide ${things(sum.cases, 'case')}`,
      el('p', {}, `${things(sum.alerts, 'alert')} of ${things(sum.cases, 'user')}${sum.money.length ? `, ${sum.money.map(({ currency, amount }) => money(amount, currency)).join(', ')} at stake` : ''}.`),
      left(sum.left), note, el('div', { class: 'q-tools' }, button('fraud', 'All fraud'), button('dismissed', 'None is fraud')));
    note.focus();
  } catch (failed) { problem(failed); }
}
