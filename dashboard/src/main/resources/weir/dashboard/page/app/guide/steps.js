// The five steps of the first minute. Each leads to something that stands on the page.
import { el } from '../dom.js';
import { hasAccounts, mayDecide } from '../desk/me.js';

const key = (name) => el('kbd', {}, name);
const code = (words) => el('code', {}, words);

function decide() {
  if (mayDecide()) return ['Press ', key('f'), ' if it is fraud, or ', key('d'), ' if it is not. You can write a note first. The decision becomes a label, from which rules and models learn.'];
  if (hasAccounts()) return ['Your role may only look. An analyst presses ', key('f'), ' here if it is fraud, or ', key('d'), ' if it is not. That becomes a label, from which rules and models learn.'];
  return ['This page is for reading, since it has no accounts. The demo prints a link that signs you in. Elsewhere ', code('./weir users add NAME --role=analyst'), ' makes the page a desk, where one decides here.'];
}

function undo() {
  if (!hasAccounts()) return ['What is decided can be taken back at the same place. Press ', key('Esc'), ' to return to the list, and ', key('?'), ' for all keys. This guide is there, too.'];
  return ['Press ', key('u'), ' to take the decision back. All pages show it within a second. ', key('Esc'), ' returns to the list, and ', key('?'), ' tells all keys. This guide is there, too.'];
}

/** Of each step the title, what it says, and whether an alert must be open for it. */
export const STEPS = [
  { title: 'What an alert says', words: () => ['Open an alert: press ', key('j'), ' and then ', key('Enter'), ', or click a row. A row of several alerts opens into them first. The title is the rule; the sentence says what was found, and over which limit.'] },
  { title: 'Why it was raised', words: () => ['The bar shows what was found beside the limit. In the table of payments, those marked “evidence” are what the rule counted.'] },
  { title: 'What is usual for the user', words: () => ['The line of dots shows the payments around it: the evidence is filled, the others are the user\'s usual. The user\'s name leads to all payments and places; ', key('Esc'), ' returns.'] },
  { title: 'Decide', words: decide },
  { title: 'Take it back', words: undo },
];
