// What happened about a user in one order. Payments are folded; a decision opens what stood when it was made.
import { el, put } from '../dom.js';
import { count, money, text, things, toFull, toTime } from '../format.js';
import { alertAddress } from '../route.js';
import { ask } from '../stream.js';
import { table } from '../panels/payments.js';
import { kept } from './kept.js';
import { casePanel } from './panel.js';

const DECISIONS = { fraud: 'Confirmed as fraud', dismissed: 'Dismissed: not fraud', snoozed: 'Snoozed', undone: 'Taken back' };
const STATES = { shadow: 'on trial' };
const AGAIN = { fraud: 'fraud', dismissed: 'not fraud', snoozed: 'snoozed' };

const keyOf = ({ kind, at, alert, decision, text: words, folded }) => JSON.stringify([kind, decision ?? alert ?? [at, words, folded?.from]]);

/** The line of an entry: what it is, and the words for it. */
function words(entry) {
  const { kind, what, who, state, about, until, folded, payment } = entry;
  if (kind === 'alert') return [el('a', { href: alertAddress(entry.alert) }, text(what)), ` ${STATES[state] ?? state}`];
  if (kind === 'note') return [`Note by ${text(who)}`];
  if (kind === 'label') return [`Label: ${what}${who ? `, from ${text(who)}` : ''}`, payment && el('span', { class: 'muted' }, ` payment ${text(payment)}`)];
  if (kind === 'payments') return [things(folded.payments, 'payment') + (folded.flagged ? `, ${count(folded.flagged)} flagged` : '')];
  return [`${DECISIONS[what] ?? text(what)}${until ? ` until ${toTime(until)}` : ''}${state ? `, again ${AGAIN[state] ?? text(state)}` : ''} by ${text(who)}`, about > 1 && el('span', { class: 'muted' }, `, about ${count(about)}`)];
}

const more = ({ kind, folded, text: said }) => (kind === 'payments' ? folded.sums.map(({ currency, amount }) => money(amount, currency)).join(', ') : text(said));

/** The payments between two other things, as far as the page has them. */
function unfolded({ folded }, payments) {
  const own = payments.filter(({ time }) => time >= folded.from && time <= folded.to);
  return own.length > 0 ? table(own) : el('p', { class: 'muted' }, 'These payments are older than those that the page has.');
}

/** What opens under an entry; nothing if it has no more to show. */
function inside(entry, payments) {
  if (entry.kind === 'payments') return { words: 'Payments', draw: async () => unfolded(entry, payments()) };
  if (entry.sha256) return { words: 'As it was', draw: async () => kept(await ask('cases/evidence', { decision: entry.decision })) };
  return null;
}

export function timeline() {
  const panel = casePanel('case-timeline', 'Timeline');
  const opened = new Set();
  let payments = [];

  async function show(entry, row, content) {
    const place = row.querySelector('.case-inside');
    put(place, el('p', { class: 'muted' }, 'Loading …'));
    const drawn = await content.draw().catch((failed) => el('p', {}, failed.message));
    put(place, drawn);
  }

  function row(entry) {
    const key = keyOf(entry);
    const content = inside(entry, () => payments);
    const place = content && el('div', { class: 'case-inside', hidden: !opened.has(key) });
    const button = content && el('button', { type: 'button', class: 'case-open', 'data-key': key, 'aria-expanded': String(opened.has(key)) }, content.words);
    const own = el('li', { class: `case-entry case-${entry.kind}` },
      el('time', { datetime: new Date(entry.at).toISOString(), title: toFull(entry.at) }, toTime(entry.at)),
      el('div', { class: 'case-what' }, el('p', {}, words(entry)), el('p', { class: 'case-words' }, more(entry)), place), button);
    button?.addEventListener('click', () => {
      const open = !opened.delete(key);
      if (open) opened.add(key);
      button.setAttribute('aria-expanded', String(open));
      place.hidden = !open;
      if (open) show(entry, own, content);
    });
    if (opened.has(key)) show(entry, own, content);
    return own;
  }

  /** Arrows go from one entry that leads somewhere to the next. */
  panel.body.addEventListener('keydown', (event) => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!direction) return;
    const all = [...panel.body.querySelectorAll('.case-entry > .case-open, .case-entry .case-what > p a')];
    const here = all.indexOf(document.activeElement);
    if (here < 0 && direction < 0) return;
    event.preventDefault();
    const next = all[Math.max(0, Math.min(all.length - 1, here + direction))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  });

  return {
    ...panel,
    take(known) { payments = known; },
    fill({ timeline: entries, cut }) {
      panel.note(`newest first${cut ? '; older things are in the export' : ''}`);
      const top = panel.body.scrollTop;
      const focused = panel.body.contains(document.activeElement) && (document.activeElement.dataset.key ?? document.activeElement.getAttribute('href'));
      put(panel.body, el('ol', { class: 'case-entries' }, entries.map(row)));
      panel.body.scrollTop = top;
      if (focused) [...panel.body.querySelectorAll('[data-key], a')].find((each) => (each.dataset.key ?? each.getAttribute('href')) === focused)?.focus({ preventScroll: true });
    },
  };
}
