// The keyboard: j and k go through the alerts, / searches, p pauses, t switches the theme, Esc closes.
import { byId } from './dom.js';
import { closePopover } from './popover.js';
import { close, route } from './route.js';
import { emit } from './store.js';

const actions = {
  j: () => emit('step', 1),
  k: () => emit('step', -1),
  ArrowDown: () => emit('step', 1),
  ArrowUp: () => emit('step', -1),
  '/': () => byId('search').focus(),
  p: () => emit('pause'),
  t: () => globalThis.weirTheme.toggle(),
};

/** Arrows belong to the list while the focus is in it; elsewhere they scroll. */
const inFeed = (event) => event.target.closest('#feed-list') != null;

export function startKeys() {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (closePopover()) return;
      if (event.target.matches('input')) event.target.blur();
      else if (route().kind) close();
      return;
    }
    if (event.target.matches('input, select, textarea')) return;
    const action = actions[event.key];
    if (action && !(event.key.startsWith('Arrow') && !inFeed(event))) {
      event.preventDefault();
      action(event);
    }
  });
}
