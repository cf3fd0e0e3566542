// Who works which case. The server tells all of it whenever that changes.
import { text } from '../format.js';
import { emit, on } from '../store.js';
import { myName } from './me.js';

let claims = new Map();

/** Who works the case of this user; null if nobody does. */
export const claimOf = (user) => claims.get(user) ?? null;

/** The same if it is somebody else. */
export const othersClaim = (user) => (claimOf(user) && claimOf(user).who !== myName() ? claimOf(user) : null);

/** Words for a row: who works it. */
export const heldBy = (user) => (claimOf(user) ? (othersClaim(user) ? `taken by ${text(claimOf(user).who)}` : 'yours') : '');

on('claims', (told) => {
  claims = new Map(told.map((claim) => [claim.user, claim]));
  emit('claimed', claims);
});
