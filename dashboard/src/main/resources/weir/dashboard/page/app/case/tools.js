// What one can do with a case besides deciding: write a note, and take the case along as a file.
import { el, setText } from '../dom.js';
import { on } from '../store.js';
import { change, mayDecide } from '../desk/me.js';

const MOST_NOTE = 1000;
const uuid = () => globalThis.crypto?.randomUUID?.();

/** Shows the tools of the case that is shown to those who may use them. */
let showTools = () => {};
on('me', () => showTools());

/** Has the browser save what the server sent, by the name that the server gave it. */
function save(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function fetched(user, as) {
  const answer = await fetch(`/api/cases/export?${new URLSearchParams({ user, as })}`).catch(() => { throw new Error('The server does not answer: try again'); });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error ?? 'The server cannot answer that');
  const name = answer.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1] ?? `weir-case.${as}`;
  save(await answer.blob(), name);
}

export function tools(user, written) {
  const said = el('p', { class: 'case-said', role: 'status' });
  const note = el('input', { type: 'text', maxlength: MOST_NOTE, placeholder: 'Note about this user', 'aria-label': 'Note about this user' });
  let busy = false;

  async function act(doing, done) {
    if (busy) return;
    busy = true;
    setText(said, '');
    try {
      await doing();
      setText(said, done);
    } catch (failed) {
      setText(said, `${failed.message}.`);
    } finally {
      busy = false;
    }
  }

  const write = () => {
    if (note.value.trim() === '') { setText(said, 'Write a note first.'); note.focus(); return; }
    act(async () => {
      await change('/api/cases/note', { id: uuid(), user, note: note.value });
      note.value = '';
      written();
    }, 'Noted.');
  };
  note.addEventListener('keydown', (event) => { if (event.key === 'Enter') write(); });
  const button = (words, doing) => el('button', { type: 'button', onclick: doing }, words);
  const root = el('section', { class: 'case-tools', 'aria-label': 'Note and export' },
    el('div', { class: 'case-line' }, note, button('Add note', write),
      button('Export HTML', () => act(() => fetched(user, 'html'), 'Exported.')), button('Export JSON', () => act(() => fetched(user, 'json'), 'Exported.'))),
    said);
  showTools = () => { root.hidden = !mayDecide(); };
  showTools();
  return { root };
}
