// Decisions in words.
import { text, toTime } from '../format.js';

export const WORDS = { fraud: 'fraud', dismissed: 'not fraud', snoozed: 'snoozed' };

export function sentence({ stands, who, at, until, note, kind }) {
  const what = { fraud: 'Confirmed as fraud', dismissed: 'Dismissed: not fraud', snoozed: `Snoozed until ${toTime(until)}` }[stands];
  const how = kind === 'undone' ? `since ${text(who)} took a later decision back` : `by ${text(who)}`;
  return `${what} ${how}, ${toTime(at)}${note ? `: ${text(note)}` : ''}`;
}
