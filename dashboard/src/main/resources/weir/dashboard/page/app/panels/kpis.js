// The key figures.
import { byId, el, setText } from '../dom.js';
import { compact, count, rate, share, span, toClock, toMinute } from '../format.js';
import { on, store } from '../store.js';

const tiles = {};

function tile(id, title) {
  const value = el('span');
  const unit = el('small');
  const line = el('div', { class: 'value waiting' }, value, unit);
  const more = el('div', { class: 'more' });
  tiles[id] = { line, value, unit, more, root: el('div', { class: 'kpi', id: `kpi-${id}` }, el('h2', {}, title), line, more) };
  byId('kpis').append(tiles[id].root);
}

tile('tx', 'Transactions');
tile('alerts', 'Alerts');
tile('lag', 'Behind the log');
tile('flagged', 'Flagged share');
tile('total', 'All transactions');
tile('raised', 'Standing alerts');

function show(id, value, unit, more) {
  const { line, ...parts } = tiles[id];
  line.classList.remove('waiting');
  setText(parts.value, value);
  setText(parts.unit, unit);
  setText(parts.more, more);
}

const big = (n) => (n < 1e7 ? count(n) : compact(n));

/** Says since when no transaction has come. Without Kafka, only this shows that the pipeline may have stopped. */
function none() {
  const last = store.points.findLast((point) => point.transactions > 0);
  return last ? `none since ${toClock(last.time)}` : 'none so far';
}

function drawRates() {
  const last = store.points.slice(-10);
  if (last.length === 0) return;
  const tx = last.at(-1).transactions;
  const minute = store.points.slice(-60);
  show('tx', tx == null ? '–' : rate(tx), '/ s', tx == null ? 'no source answers' : tx > 0 ? `peak ${rate(Math.max(...store.points.map((p) => p.transactions ?? 0)))} / s` : none());
  const sum = (points) => points.reduce((all, point) => all + point.alerts, 0);
  show('alerts', rate(sum(last) / last.length), '/ s', `${count(sum(minute))} in the last ${minute.length} s`);
}

function drawLag({ lag, kafka }) {
  if (lag.millis == null) {
    show('lag', '–', '', kafka.state !== 'UP' ? 'needs Kafka' : store.alerts.size ? 'the log has no usable time' : 'no alert yet');
  } else {
    const [value, unit] = span(lag.millis);
    show('lag', value, unit, lag.unread == null ? 'log to newest alert' : `${big(lag.unread)} records unread`);
  }
  const { totals } = store.panels;
  if (!totals) show('total', lag.records == null ? '–' : big(lag.records), '', lag.records == null ? 'no source answers' : 'records in the log');
}

function drawTotals(totals) {
  const { transactions, exact, flagged, alerts, withdrawn } = totals;
  show('total', (exact ? '' : '≈ ') + big(transactions), '', exact ? 'accepted' : 'accepted, estimated');
  show('flagged', transactions ? share(flagged / transactions) : '–', '', `${big(flagged)} suspicious`);
  show('raised', big(alerts), '', `${big(withdrawn)} withdrawn`);
}

on('tick', (tick) => { drawRates(); drawLag(tick); });
on('state', drawRates);
on('totals', drawTotals);
/** While PostgreSQL is away, the tiles keep its last figures and say how old they are. */
on('tick', ({ postgres: { state, since } }) => {
  const { totals } = store.panels;
  if (state === 'UP' || state === 'CONNECTING') { if (totals) drawTotals(totals); return; }
  for (const id of ['flagged', 'raised']) {
    if (totals) setText(tiles[id].more, `as of ${toMinute(since)}`);
    else show(id, '–', '', 'needs PostgreSQL');
  }
  if (totals) setText(tiles.total.more, `as of ${toMinute(since)}`);
});
