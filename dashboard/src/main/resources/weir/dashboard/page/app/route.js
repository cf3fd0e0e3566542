// The view that the address names: #/, #/alert/ID or #/user/ID. Back and forward work.
import { emit } from './store.js';

export const alertAddress = (id) => `#/alert/${encodeURIComponent(id)}`;
export const userAddress = (id) => `#/user/${encodeURIComponent(id)}`;

export function route() {
  const [, kind = '', id = ''] = location.hash.match(/^#\/(alert|user)\/(.+)$/) ?? [];
  try { return { kind, id: decodeURIComponent(id) }; } catch { return { kind: '', id: '' }; }
}

let under = '#/';

export function startRouting() {
  const go = () => {
    const now = route();
    if (now.kind !== 'alert' && (location.hash === '' || location.hash.startsWith('#/'))) under = location.hash || '#/';
    if (location.hash === '' || location.hash.startsWith('#/')) emit('route', now);
  };
  addEventListener('hashchange', go);
  go();
}

/** Closes an opened alert, and returns to the view under it. */
export function close() {
  location.hash = under;
}
