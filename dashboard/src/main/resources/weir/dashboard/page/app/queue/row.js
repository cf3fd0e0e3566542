// A case as a row of the queue. All rows have one height, so that nothing that changes in one moves another.
import { el, setText } from '../dom.js';
import { brief, money, text, things, toTime } from '../format.js';
import { heldBy } from '../desk/claims.js';

const shown = (foreign) => text(brief(foreign, 120));

function stake(each) {
  if (each.money.length === 0) return '';
  return each.money.length === 1 ? money(each.money[0].amount, each.money[0].currency) : 'several currencies';
}

/** What a row says of its case. */
const facts = (each) => [things(each.alerts, 'alert'), shown(each.rules.slice(0, 3).join(', ')), stake(each), each.score != null && `score ${each.score}`, `since ${toTime(each.oldest)}`].filter(Boolean).join(' · ');

export function row(each, { open, select }) {
  const box = el('input', { type: 'checkbox', 'aria-label': `Select ${shown(each.user)}`, tabindex: -1, onclick: (event) => select(it, event.shiftKey) });
  const sign = el('span', {});
  const line = el('span', { class: 'q-facts' });
  const state = el('span', { class: 'q-held' });
  const button = el('button', { type: 'button', class: 'q-open', onclick: () => open(it) },
    el('span', { class: 'q-user' }, shown(each.user)), sign, state, line);
  const it = { user: each.user, box, button, root: el('li', { class: 'q-row', 'data-user': each.user }, box, button), done: '' };

  /** Says what is known of the case now. */
  it.show = (now) => {
    it.each = now;
    sign.className = `severity ${now.severity}`;
    setText(sign, now.severity);
    setText(line, facts(now));
    it.mark();
  };
  /** Says who works it, or what became of it. */
  it.mark = () => {
    setText(state, it.done || heldBy(it.user));
    it.root.classList.toggle('q-done', it.done !== '');
  };
  it.show(each);
  return it;
}
