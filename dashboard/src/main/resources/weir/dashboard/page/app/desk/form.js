// The part of the page where one decides: a note, a button for each decision with its key, and what came of it.
import { el, put, setText } from '../dom.js';
import { on } from '../store.js';
import { learn } from './decided.js';
import { change, mayDecide } from './me.js';

const DAY = 86_400_000;
const SNOOZES = [[DAY, '1 day'], [7 * DAY, '7 days'], [30 * DAY, '30 days']];
const MOST_NOTE = 1000;

const MOST_FORMS = 20;

const forms = new Map();
const shown = () => [...forms.values()].filter(({ root }) => root.getClientRects().length > 0);

/** The form that the keys work on: that of the opened alert, whatever is drawn under it. */
export function currentForm() {
  const all = shown();
  return all.find(({ root }) => root.closest('#detail')) ?? all[0] ?? null;
}

function forget() {
  for (const [id, { root }] of forms) if (!root.isConnected) forms.delete(id);
}

/** Ids may be made only where the page is loaded safely; elsewhere the server makes one. */
const uuid = () => globalThis.crypto?.randomUUID?.();

function build(title) {
  const note = el('input', { type: 'text', maxlength: MOST_NOTE, placeholder: 'Note (optional)', 'aria-label': 'Note' });
  const length = el('select', { 'aria-label': 'Snooze for' }, SNOOZES.map(([ms, words]) => el('option', { value: ms }, words)));
  const stands = el('p', { class: 'stands' });
  const said = el('p', { class: 'said', role: 'status' });
  const form = { root: el('section', { class: 'desk', 'aria-label': title }), busy: false, what: null, undo: null, confirm: null };

  /** What somebody else works is decided by whoever says so twice. */
  async function send(wish) {
    const what = wish.decision ?? 'undo';
    const takeOver = form.confirm === what || undefined;
    if (form.busy || !form.what || !mayDecide()) return;
    form.busy = true;
    form.confirm = null;
    form.root.setAttribute('aria-busy', 'true');
    setText(said, '');
    try {
      const answer = await change('/api/decisions', { id: uuid(), ...wish, takeOver });
      note.value = '';
      setText(said, answer.state === 'done' ? 'Done.' : `Kept, and written as soon as it can be: ${answer.why}.`);
      learn(answer.decisions);
    } catch (failed) {
      form.confirm = failed.told?.takenBy ? what : null;
      setText(said, `${failed.message}.${form.confirm ? ' Decide the same once more to take the case over.' : ''}`);
    } finally {
      form.busy = false;
      form.root.removeAttribute('aria-busy');
    }
  }

  form.decide = (decision) => send({ ...form.what, decision, note: note.value, ...(decision === 'snoozed' ? { until: Date.now() + Number(length.value), after: undefined } : {}) });
  form.takeBack = () => { if (form.undo) send({ undo: form.undo, note: note.value }); };

  const button = (key, words, act) => el('button', { type: 'button', onclick: act, 'aria-keyshortcuts': key }, words, el('kbd', { 'aria-hidden': 'true' }, key));
  const fraud = button('f', 'Fraud', () => form.decide('fraud'));
  const honest = button('d', 'Not fraud', () => form.decide('dismissed'));
  const quiet = button('s', 'Snooze', () => form.decide('snoozed'));
  const undo = button('u', 'Undo', () => form.takeBack());
  const tools = el('div', { class: 'tools' }, fraud, honest, el('span', { class: 'snooze' }, quiet, length), undo);
  put(form.root, el('h3', {}, title), stands, note, tools, said);

  /** Shows what stands, and what can be done about it. */
  form.show = (words, { what, undo: intent, open }) => {
    form.what = what;
    form.undo = intent;
    setText(stands, words);
    const may = mayDecide();
    note.hidden = !may;
    tools.hidden = !may;
    for (const each of [fraud, honest, quiet, length]) each.disabled = !open;
    undo.disabled = !intent;
  };
  return form;
}

/** The form of this id, which keeps what was typed into it when its surroundings are drawn anew. */
export function form(id, title, refresh) {
  let known = forms.get(id);
  if (!known) {
    if (forms.size > MOST_FORMS) forget();
    known = build(title);
    forms.set(id, known);
  }
  known.refresh = refresh;
  const focused = known.root.contains(document.activeElement) ? document.activeElement : null;
  if (focused) queueMicrotask(() => focused.focus({ preventScroll: true }));
  refresh(known);
  return known.root;
}

const again = () => shown().forEach((each) => each.refresh(each));
on('decided', again);
on('claimed', again);
on('me', again);
