// The key figures.
import { byId, el, setText } from '../dom.js';
import { compact, count, rate, share, span } from '../format.js';
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
tile('total', 'Transactions in all');
tile('raised', 'Alerts that stand');

function show(id, value, unit, more) {
  const { line, ...parts } = tiles[id];
  line.classList.remove('waiting');
  setText(parts.value, value);
  setText(parts.unit, unit);
  setText(parts.more, more);
}

const big = (n) => (n < 1e7 ? count(n) : compact(n));

function drawRates() {
  const last = store.points.slice(-10);
  if (last.length === 0) return;
  const tx = last.at(-1).transactions;
  const minute = store.points.slice(-60);
  show('tx', tx == null ? '–' : rate(tx), 'per second', tx == null ? 'nobody tells at the moment' : `peak ${rate(Math.max(...store.points.map((p) => p.transactions ?? 0)))}/s here`);
  const sum = (points) => points.reduce((all, point) => all + point.alerts, 0);
  show('alerts', rate(sum(last) / last.length), 'per second', `${count(sum(minute))} in the last ${minute.length} s`);
}

function drawLag({ lag, kafka }) {
  if (lag.millis == null) {
    show('lag', '–', '', kafka.state === 'OFF' ? 'told by Kafka only' : 'no alert or no log yet');
  } else {
    const [value, unit] = span(lag.millis);
    show('lag', value, unit, lag.unread == null ? 'the newest alert' : `the newest alert; ${count(lag.unread)} unread`);
  }
  const { totals } = store.panels;
  if (!totals && lag.records != null) show('total', big(lag.records), '', 'records of the log');
}

function drawTotals(totals) {
  const { transactions, exact, flagged, alerts, withdrawn } = totals;
  show('total', (exact ? '' : '≈ ') + big(transactions), '', exact ? 'accepted, counted' : 'accepted, as PostgreSQL estimates');
  show('flagged', transactions ? share(flagged / transactions) : '–', '', `${big(flagged)} suspicious payments`);
  show('raised', big(alerts), '', `${big(withdrawn)} withdrawn`);
}

on('tick', (tick) => { drawRates(); drawLag(tick); });
on('state', drawRates);
on('totals', drawTotals);
on('tick', (tick) => {
  if (tick.postgres.state === 'OFF') for (const id of ['flagged', 'raised']) show(id, '–', '', 'told by PostgreSQL only');
});
