// The spending of a user over time, by currency.
import { el, svg } from '../dom.js';
import { compact, count, money, toTime } from '../format.js';

const STEPS = [['per minute', 60_000], ['per 10 min', 600_000], ['per hour', 3_600_000], ['per day', 86_400_000]];
const [LEFT, BOTTOM, TOP] = [46, 20, 24];
const [LEAST_BARS, MOST_BARS] = [12, 120];

const chosen = { step: 600_000, currency: '' };

function chart(payments) {
  const root = svg('svg', { class: 'chart histogram', role: 'img', 'aria-label': 'Spending per window' });
  const draw = () => {
    const { width, height } = root.getBoundingClientRect();
    if (width === 0) return;
    const own = payments.filter((payment) => payment.currency === chosen.currency);
    const sums = d3.rollup(own, (all) => ({ sum: d3.sum(all, (payment) => payment.amount), flagged: all.some((payment) => payment.flagged), number: all.length }), (payment) => Math.floor(payment.time / chosen.step));
    const last = Math.max(...sums.keys());
    const first = Math.max(Math.min(...sums.keys(), last - LEAST_BARS + 1), last - MOST_BARS + 1);
    const most = Math.max(...[...sums.values()].map(({ sum }) => sum)) || 1;
    const base = height - BOTTOM;
    const y = (value) => base - (value / most) * (base - TOP);
    const step = (width - LEFT) / (last - first + 1);
    const parts = d3.ticks(0, most, 4).flatMap((tick) => [svg('line', { class: 'grid', x1: LEFT, x2: width, y1: y(tick), y2: y(tick) }), svg('text', { x: LEFT - 7, y: y(tick) + 4, 'text-anchor': 'end' }, compact(tick))]);
    for (const [at, { sum, flagged, number }] of sums) {
      if (at < first) continue;
      parts.push(svg('rect', { class: flagged ? 'flagged' : 'legitimate', x: LEFT + (at - first) * step, width: Math.max(1, step * 0.82), y: y(sum), height: base - y(sum), rx: 1.5 },
        svg('title', {}, `from ${toTime(at * chosen.step)}: ${money(sum, chosen.currency)} in ${count(number)} payments`)));
    }
    parts.push(svg('text', { x: 0, y: 10 }, chosen.currency), svg('text', { x: LEFT, y: height - 4 }, toTime(first * chosen.step)), svg('text', { x: width, y: height - 4, 'text-anchor': 'end' }, `to ${toTime((last + 1) * chosen.step)}`));
    root.replaceChildren(...parts);
  };
  new ResizeObserver(draw).observe(root);
  return { root, draw };
}

export function spending(part, payments) {
  const currencies = d3.rollups(payments, (all) => all.length, (payment) => payment.currency).sort((a, b) => b[1] - a[1]).map(([name]) => name);
  if (currencies.length === 0) return part('spend', 'spend', 'Spending', '', el('p', { class: 'empty' }, 'No payments.'));
  if (!currencies.includes(chosen.currency)) [chosen.currency] = currencies;
  const { root, draw } = chart(payments);
  const pick = (name, options) => {
    const select = el('select', { 'aria-label': name === 'step' ? 'Window' : 'Currency', onchange: () => { chosen[name] = name === 'step' ? Number(select.value) : select.value; draw(); } },
      options.map(([words, value]) => el('option', { value, selected: value === chosen[name] }, words)));
    return select;
  };
  const panel = part('spend', 'spend', 'Spending', '', el('p', { class: 'legend' }, el('span', {}, 'payments'), el('span', { class: 'flagged' }, 'including a flagged one')), root);
  panel.firstElementChild.append(pick('step', STEPS), pick('currency', currencies.map((name) => [name, name])));
  return panel;
}
