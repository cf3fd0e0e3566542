// The records that were not judged, by reason.
import { el, panel, redraw } from '../dom.js';
import { lettersAddress } from '../route.js';
import { on, store } from '../store.js';
import { bars } from './bars.js';
import { meaning } from './letters.js';

const { root, note } = panel('dead', 'Dead letters');
const body = el('div', { class: 'rows' });
root.append(body);

on('deadLetters', (reasons) => {
  note(store.tick?.postgres.state === 'UP' ? 'not judged, in total' : 'not judged, since this server started');
  redraw(body, bars(reasons.map(({ reason, records }) => ({ name: meaning(reason), value: records, severity: 'low', label: 'Show these records', href: lettersAddress(reason) })),
    'None: every record was judged.'));
});
