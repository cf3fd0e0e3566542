// The key figures: what is open, what it is worth, and how long it has waited.
import { byId, el, put, setText } from '../dom.js';
import { compact, count, money, rate, share, span, text, things, toClock, toFull, toMinute } from '../format.js';
import { PERIODS, SEVERITIES } from '../choices.js';
import { popover } from '../popover.js';
import { alertAddress } from '../route.js';
import { emit, on, store } from '../store.js';
import { chosenPeriod } from './filters.js';

const tiles = {};

function tile(id, title) {
  const value = el('span');
  const unit = el('small');
  const head = el('h2', {}, title);
  const line = el('div', { class: 'value waiting' }, value, unit);
  const more = el('div', { class: 'more' });
  tiles[id] = { head, line, value, unit, more, root: el('div', { class: 'kpi', id: `kpi-${id}` }, head, line, more) };
  byId('kpis').append(tiles[id].root);
}

tile('open', 'Open alerts');
tile('risk', 'Value at risk');
tile('oldest', 'Oldest open');
tile('flagged', 'Flagged share');
tile('tx', 'Payments');

function show(id, value, unit, ...more) {
  const { line, ...parts } = tiles[id];
  line.classList.remove('waiting');
  setText(parts.value, value);
  setText(parts.unit, unit);
  if (more.some((each) => typeof each !== 'string')) put(parts.more, ...more);
  else setText(parts.more, more.join(''));
}

const severities = SEVERITIES.map((name) => {
  const number = el('span');
  const button = el('button', { type: 'button', class: `severity ${name}`, title: `Show only ${name} alerts`, onclick: () => emit('filter', { severity: name }) }, number, ` ${name}`);
  return { name, number, button };
});
const currencies = el('div', { id: 'currencies', class: 'popover', tabindex: '-1' });
const others = el('button', { type: 'button', class: 'link' });
popover(others, currencies);
tiles.risk.root.append(currencies);
const oldest = el('a');

/** A number with all its digits, as long as they have room. */
const big = (n) => (n < 1e6 ? count(n) : compact(n));

function drawOpen() {
  const period = chosenPeriod();
  const picture = store.panels.openAlerts?.find((each) => each.period === period);
  setText(tiles.open.head, `Open alerts ${PERIODS[period].inside}`);
  if (!picture) return;
  const all = Object.values(picture.severities).reduce((sum, n) => sum + n, 0);
  for (const { name, number, button } of severities) {
    setText(number, big(picture.severities[name] ?? 0));
    button.classList.toggle('none', !picture.severities[name]);
  }
  const least = picture.exact ? '' : '≥ ';
  show('open', least + big(all), '', ...severities.map(({ button }) => button));
  drawRisk(picture, least);
  drawOldest(picture);
  document.title = all > 0 ? `(${least}${count(all)}) Weir` : 'Weir';
}

function drawRisk({ atRisk }, least) {
  if (!atRisk) { show('risk', '–', '', 'needs PostgreSQL'); return; }
  if (atRisk.length === 0) { show('risk', '0', '', 'nothing is open'); return; }
  const [first, ...rest] = atRisk;
  show('risk', least + big(Math.round(Number(first.amount))), first.currency, rest.length ? others : `in ${things(first.payments, 'payment')}`);
  tiles.risk.line.title = money(first.amount, first.currency);
  setText(others, rest.length === 1 ? '1 more currency' : `${rest.length} more currencies`);
  const rows = atRisk.map(({ currency, amount, payments }) => el('tr', {}, el('td', { class: 'number' }, least + money(amount, currency)), el('td', { class: 'muted' }, things(payments, 'payment'))));
  if (currencies.hidden) put(currencies, el('table', {}, el('tbody', {}, rows)));
}

function drawOldest({ oldest: found }) {
  if (!found) { show('oldest', '–', '', 'nothing is open'); return; }
  const [value, unit] = span(Math.max(0, (store.tick?.point.time ?? Date.now()) - found.detectedAt));
  oldest.href = alertAddress(found.alertId);
  setText(oldest, text(found.user));
  oldest.title = `Found ${toFull(found.detectedAt)}: open the alert`;
  show('oldest', value, unit, oldest);
}

/** Says since when no payment has come. */
function none() {
  const last = store.points.findLast((point) => point.transactions > 0);
  return last ? `none since ${toClock(last.time)}` : 'none so far';
}

function drawRate() {
  const tx = store.points.at(-1)?.transactions;
  if (store.points.length === 0) return;
  const peak = Math.max(...store.points.map((point) => point.transactions ?? 0));
  show('tx', tx == null ? '–' : rate(tx), '/ s', tx == null ? 'no source answers' : tx > 0 ? `peak ${rate(peak)} / s` : none());
}

function drawShare() {
  const { totals, tick: { postgres: { state, since } } } = { ...store.panels, tick: store.tick };
  if (!totals) { if (state !== 'UP' && state !== 'CONNECTING') show('flagged', '–', '', 'needs PostgreSQL'); return; }
  const { transactions, flagged } = totals;
  show('flagged', transactions ? share(flagged / transactions) : '–', '', state === 'UP' || state === 'CONNECTING' ? `${big(flagged)} of ${big(transactions)}` : `as of ${toMinute(since)}`);
}

on('tick', () => { drawRate(); drawShare(); drawOpen(); });
on('state', drawRate);
for (const name of ['openAlerts', 'filtered']) on(name, drawOpen);
