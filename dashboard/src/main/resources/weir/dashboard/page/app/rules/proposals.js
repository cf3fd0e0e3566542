// What people propose, and what becomes of it. An approver announces it; with four eyes, another one than who proposed.
import { el, panel, put, setText } from '../dom.js';
import { text, toTime } from '../format.js';
import { emit, on } from '../store.js';
import { changeList } from './changes.js';
import { ask, mayAgree, mayPropose, send, state } from './model.js';

const { root, note } = panel('rb-proposals', 'Proposals');
const list = el('ol', { class: 'rb-proposal-list' });
const said = el('p', { class: 'rb-said', role: 'status' });
root.append(list, said);

/** What was opened, by the number of the proposal: it stays open when the list is drawn anew. */
const opened = new Map();

const STATES = { open: 'open', agreed: 'agreed, is being written', announced: 'announced', refused: 'refused', rejected: 'rejected', withdrawn: 'withdrawn' };

async function act(path, what, done) {
  setText(said, '');
  try {
    const { state: came, why, proposal } = await send(path, what);
    setText(said, came === 'waiting' ? `Proposal ${proposal} is kept, and announced as soon as it can be: ${why}.` : `Proposal ${proposal} is ${done ?? came}${why ? `: ${why}` : ''}.`);
  } catch (failed) {
    setText(said, `${failed.message}.`);
  }
}

async function open(id, part, toggle) {
  toggle.setAttribute('aria-expanded', 'true');
  opened.set(id, part);
  part.hidden = false;
  try {
    const found = await ask(`/api/rules/proposal?id=${id}`);
    const { faults, changes } = found.check;
    put(part,
      faults.length > 0 ? el('ul', { class: 'rb-faults' }, faults.map(({ line, sentence }) => el('li', {}, `${line ? `line ${line}: ` : ''}${text(sentence)}`))) : changeList(changes),
      el('details', {}, el('summary', {}, 'The whole text'), el('pre', { class: 'rb-text', tabindex: 0 }, found.text)),
      el('div', { class: 'rb-extra', 'data-proposal': id }));
    emit('proposal-opened', { ...found, part: part.querySelector('.rb-extra') });
  } catch (failed) {
    put(part, el('p', {}, `${failed.message}.`));
  }
}

function row({ proposal, outdated }) {
  const { id, at, who, comment, what, base, by, since, detail, number } = proposal;
  const part = opened.get(id) ?? el('div', { class: 'rb-part', id: `rb-part-${id}`, hidden: true });
  const toggle = el('button', { type: 'button', class: 'rb-toggle', 'aria-expanded': String(opened.has(id)), 'aria-controls': part.id }, `Proposal ${id}`);
  toggle.addEventListener('click', () => {
    if (!opened.has(id)) { open(id, part, toggle); return; }
    opened.delete(id);
    part.hidden = true;
    toggle.setAttribute('aria-expanded', 'false');
  });
  const own = state.me?.name === who;
  const button = (words, path, allowed, title) => el('button', { type: 'button', disabled: !allowed, title, onclick: () => act(path, { proposal: id }) }, words);
  const alone = state.rules.fourEyes && own;
  const tools = proposal.state === 'open' && mayPropose() && el('div', { class: 'rb-tools' },
    mayAgree() && button('Agree and announce', '/api/rules/agree', !outdated && !alone, alone ? 'Four eyes: somebody else must agree' : outdated ? 'Another book stands by now' : null),
    mayAgree() && button('Reject', '/api/rules/reject', true),
    own && button('Withdraw', '/api/rules/withdraw', true),
    el('button', { type: 'button', onclick: () => emit('edit-proposal', id) }, outdated ? `Make it anew from book ${state.rules.book?.number ?? 0}` : 'Edit'));
  const became = proposal.state === 'open' ? `made from ${base ? `book ${base}` : 'nothing'}${outdated ? ', which stands no longer' : ''}` : `${by ? `by ${text(by)}, ${toTime(since)}` : ''}${number ? `, book ${number}` : ''}${detail && !number ? `: ${text(detail)}` : ''}`;
  return el('li', { class: `rb-proposal ${proposal.state}`, 'data-proposal': id },
    el('div', { class: 'rb-line' }, toggle, el('span', { class: `rb-state ${proposal.state}` }, STATES[proposal.state] ?? text(proposal.state)), el('span', {}, text(what)), el('span', { class: 'muted' }, `${text(who)}, ${toTime(at)}`)),
    comment && el('p', { class: 'rb-comment' }, text(comment)),
    el('p', { class: 'muted rb-became' }, became),
    tools, part);
}

function draw({ proposals, fourEyes }) {
  const waiting = proposals.filter(({ proposal }) => proposal.state === 'open').length;
  note(`${waiting} open${fourEyes ? ', four eyes' : ''}`);
  const focused = list.contains(document.activeElement) ? [document.activeElement.closest('[data-proposal]')?.dataset.proposal, document.activeElement.textContent] : null;
  put(list, proposals.length > 0 ? proposals.map(row) : el('li', { class: 'muted' }, 'Nothing was proposed yet.'));
  if (focused) [...list.querySelectorAll(`[data-proposal="${focused[0]}"] button`)].find((each) => each.textContent === focused[1])?.focus({ preventScroll: true });
}

on('rules-shown', draw);
