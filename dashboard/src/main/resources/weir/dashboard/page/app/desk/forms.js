// Where one decides about an alert, and about all open alerts of a user.
import { count, text } from '../format.js';
import { counts } from '../standing.js';
import { othersClaim } from './claims.js';
import { decided, newestAbout } from './decided.js';
import { form } from './form.js';
import { hasAccounts } from './me.js';
import { sentence } from './words.js';

/** Who else works it. */
const held = (user) => (othersClaim(user) ? ` Taken by ${text(othersClaim(user).who)}.` : '');

/** For the detail of an alert. Without accounts there is none. */
export function alertForm(alert) {
  if (!hasAccounts()) return null;
  return form(`alert ${alert.alertId}`, 'Decision', (it) => {
    const stands = decided(alert);
    it.show((stands ? sentence(stands) : 'Open: nobody has decided yet.') + held(alert.userId), {
      what: { alert: alert.alertId, after: newestAbout(alert) },
      undo: stands?.kind === 'undone' ? null : stands?.intent,
      open: true,
    });
  });
}

/** For the page of a user. */
export function userForm(user, alerts) {
  if (!hasAccounts()) return null;
  const seenUntil = Math.max(0, ...alerts.map(({ detectedAt }) => detectedAt));
  return form(`user ${user}`, 'All open alerts of this user', (it) => {
    const open = alerts.filter(({ alert }) => counts(alert) && !decided(alert)).length;
    const last = alerts.map(({ alert }) => decided(alert)).filter((each) => each && each.kind !== 'undone').sort((a, b) => b.id - a.id)[0];
    it.show((open === 0 ? 'None is open.' : open === 1 ? '1 alert is open.' : `${count(open)} alerts are open.`) + held(user), {
      what: { user, seenUntil },
      undo: last?.intent,
      open: open > 0,
    });
  });
}
