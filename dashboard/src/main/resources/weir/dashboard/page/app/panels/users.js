// The users with the most alerts.
import { el, panel, redraw } from '../dom.js';
import { on, store } from '../store.js';
import { userAddress } from '../route.js';
import { bars } from './bars.js';

const { root, note } = panel('users', 'Users with the most alerts');
const body = el('div', { class: 'rows' });
root.append(body);

on('users', (users) => {
  note(store.tick?.postgres.state === 'UP' ? 'in the last hour' : 'among the newest alerts');
  redraw(body, bars(users.map(({ user, alerts, severity }) => ({
    name: user,
    value: alerts,
    severity,
    label: `Open the page of ${user}`,
    href: userAddress(user),
  })), 'No user has an alert.'));
});
