// The keyboard: j and k go through the alerts, / searches, p pauses, t switches the theme, Esc closes.
import { byId } from './dom.js';
import { close, route } from './route.js';
import { emit } from './store.js';

function step(direction) {
  const rows = [...byId('feed-list').querySelectorAll('.alert-row')];
  if (rows.length === 0) return;
  const here = rows.indexOf(document.activeElement);
  const current = here >= 0 ? here : rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const next = rows[Math.max(0, Math.min(rows.length - 1, current + direction))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  if (route().kind === 'alert') location.hash = next.hash;
}

const actions = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: (event) => inFeed(event) && step(1),
  ArrowUp: (event) => inFeed(event) && step(-1),
  '/': () => byId('search').focus(),
  p: () => emit('pause'),
  t: () => globalThis.weirTheme.toggle(),
};

const inFeed = (event) => event.target.classList.contains('alert-row');

export function startKeys() {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
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
