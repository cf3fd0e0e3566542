// What a user has in common with others who were flagged.
import { el, put } from '../dom.js';
import { brief, count, text, things } from '../format.js';
import { userAddress } from '../route.js';
import { casePanel } from './panel.js';

const MOST = 80;

const other = ({ user, payments, alerts }) => el('li', {}, el('a', { href: userAddress(user) }, brief(text(user), MOST)),
  el('span', { class: 'muted' }, ` ${things(payments, 'flagged payment')}, ${things(alerts, 'alert')}`));

/** Keys with some of the others who have them; more are only counted. */
export function sharedList(keys) {
  if (keys.length === 0) return el('p', { class: 'empty' }, 'Nothing in common with others who were flagged lately.');
  return el('ul', { class: 'case-keys' }, keys.map(({ name, value, users, others }) => el('li', {},
    el('p', {}, el('span', { class: 'muted' }, `${brief(text(name), MOST)} `), el('strong', { class: 'mono' }, brief(text(value), MOST)), el('span', { class: 'muted' }, ` with ${things(users, 'other user')}`)),
    el('ul', {}, others.map(other), users > others.length && el('li', { class: 'muted' }, `and ${count(users - others.length)} more`)))));
}

export function shared() {
  const panel = casePanel('case-shared', 'Shared with other flagged users');
  return {
    ...panel,
    fill({ shared: keys }) {
      panel.note('among the newest 10,000 flagged payments');
      put(panel.body, sharedList(keys));
    },
  };
}
