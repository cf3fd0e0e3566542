// The records that were not judged, by reason.
import { el, panel } from '../dom.js';
import { on, store } from '../store.js';
import { bars, replace } from './bars.js';

const MEANING = {
  malformed: 'malformed: a field is missing or invalid',
  late: 'late: arrived too long after its event time',
  future: 'future: event time ahead of the log',
  'conflicting-duplicate': 'conflicting duplicate: same id, different content',
};

const { root, note } = panel('dead', 'Dead letters');
const body = el('div', { class: 'rows' });
root.append(body);

on('deadLetters', (reasons) => {
  note(store.tick?.postgres.state === 'UP' ? 'not judged, in total' : 'not judged, since this server started');
  replace(body, bars(reasons.map(({ reason, records }) => ({ name: MEANING[reason] ?? reason, value: records, severity: 'low' })),
    'None: every record was judged.'));
});
