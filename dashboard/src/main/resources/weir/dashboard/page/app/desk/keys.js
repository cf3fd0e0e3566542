// One key for each decision, wherever a form to decide is shown.
import { currentForm } from './form.js';

/** Keys, what they do in words, and the doing. */
export const DESK_KEYS = [
  { keys: ['f'], words: 'Decide: fraud', act: () => currentForm()?.decide('fraud') },
  { keys: ['d'], words: 'Decide: not fraud', act: () => currentForm()?.decide('dismissed') },
  { keys: ['s'], words: 'Snooze the rule for this user', act: () => currentForm()?.decide('snoozed') },
  { keys: ['u'], words: 'Take the decision back', act: () => currentForm()?.takeBack() },
];
