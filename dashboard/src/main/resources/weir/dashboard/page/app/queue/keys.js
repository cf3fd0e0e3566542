// The keys of the queue.
import { emit } from '../store.js';

const act = (what) => () => emit('queue', what);

/** Keys, what they do in words, and the doing. */
export const QUEUE_KEYS = [
  { keys: ['q'], words: 'The queue', act: act('go') },
  { keys: ['w'], words: 'Work the next case that nobody works', act: act('work') },
  { keys: ['x'], words: 'Select a case of the queue', act: act('select') },
  { keys: ['X'], words: 'Select all from the last one to this', act: act('range') },
  { keys: ['a'], words: 'Select all cases that are shown, or none', act: act('all') },
  { keys: ['b'], words: 'Decide the selected cases', act: act('bulk') },
];
