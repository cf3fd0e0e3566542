// One key for each decision, wherever a form to decide is shown.
import { currentForm } from './form.js';

export const KEYS = {
  f: (form) => form.decide('fraud'),
  d: (form) => form.decide('dismissed'),
  s: (form) => form.decide('snoozed'),
  u: (form) => form.takeBack(),
};

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.matches('input, select, textarea')) return;
  const shown = currentForm();
  const act = KEYS[event.key];
  if (act && shown) {
    event.preventDefault();
    act(shown);
  }
});
