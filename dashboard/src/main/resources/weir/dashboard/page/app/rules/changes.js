// What a book changes, in words: added, changed, removed.
import { el } from '../dom.js';
import { text } from '../format.js';

const field = ({ name, before, after }) => `${text(name)} ${before == null ? 'none' : text(before)} → ${after == null ? 'none' : text(after)}`;
const fields = (all) => all.map(field).join(', ');
const line = (kind, sign, what, words) => el('li', { class: `rb-change ${kind}` }, el('span', { class: 'rb-sign', 'aria-hidden': 'true' }, sign), el('span', { class: 'hidden' }, `${kind}: `), el('b', {}, what), ` ${words}`);

function changed({ id, versionBefore, versionAfter, fields: its }, scaled) {
  const words = its.length > 0 ? fields(its) : (scaled ? 'its amounts, by currencyScale' : 'only the version');
  const mode = its.some(({ name }) => name === 'mode' || name === 'rollout');
  return line(mode ? 'mode' : 'changed', '~', text(id), `v${versionBefore}${versionBefore === versionAfter ? '' : ` → v${versionAfter}`}: ${words}`);
}

/** A list of changes; a sentence if there are none. */
export function changeList(changes) {
  if (!changes) return el('p', { class: 'muted' }, 'It is the first book.');
  const { charter, currencyScale, added, removed, changed: others, reordered } = changes;
  const lines = [
    charter.length > 0 && line('changed', '~', 'charter', fields(charter)),
    currencyScale.length > 0 && line('changed', '~', 'currencyScale', fields(currencyScale)),
    added.map(({ id, version, words }) => line('added', '+', text(id), `v${version}: ${words.map(text).join(', ')}`)),
    removed.map(({ id, version }) => line('removed', '−', text(id), `v${version}`)),
    others.map((each) => changed(each, currencyScale.length > 0)),
    reordered && line('changed', '~', 'order', 'the rules stand in another order'),
  ].flat().filter(Boolean);
  return lines.length > 0 ? el('ul', { class: 'rb-changes' }, lines) : el('p', { class: 'muted' }, 'No difference.');
}

/** How many rules change, in a few words. */
export function brief(changes) {
  if (!changes) return 'the first book';
  const { added, removed, changed: others } = changes;
  const parts = [[added, 'added'], [others, 'changed'], [removed, 'removed']].filter(([all]) => all.length > 0).map(([all, word]) => `${all.length} ${word}`);
  return parts.join(', ') || (changes.reordered ? 'another order' : 'no rule changes');
}
