// The amounts of legitimate and of flagged payments. Each group shows its own shares: as counts, the few
// flagged ones would vanish beside the many others.
import { el, onFrame, panel, svg } from '../dom.js';
import { compact, count, share } from '../format.js';
import { on, store } from '../store.js';
import { BOUNDS } from '../usual.js';

const [LEFT, BOTTOM, TOP] = [38, 34, 22];

const currency = el('select', { 'aria-label': 'Currency', onchange: () => draw() });
const { root, note } = panel('amounts', 'Amounts', currency);
const chart = svg('svg', { class: 'chart histogram', role: 'img', 'aria-label': 'Amounts of payments' });
const legend = el('p', { class: 'legend' }, el('span', {}, 'legitimate'), el('span', { class: 'flagged' }, 'flagged'));
const empty = el('p', { class: 'empty' }, 'No payments of the last 15 min. Amounts come from PostgreSQL: pipeline and page need --jdbcUrl.');
root.append(legend, empty, chart);

function choose(amounts) {
  const totals = d3.rollups(amounts, (rows) => d3.sum(rows, (row) => row.legitimate + row.flagged), (row) => row.currency)
    .sort((a, b) => b[1] - a[1]).slice(0, 12).map(([name]) => name);
  const before = currency.value;
  if ([...currency.options].map((option) => option.value).join() !== totals.join()) {
    currency.replaceChildren(...totals.map((name) => el('option', { value: name }, name)));
    if (totals.includes(before)) currency.value = before;
  }
}

function redraw() {
  const rows = (store.panels.amounts ?? []).filter((row) => row.currency === currency.value);
  const { width, height } = chart.getBoundingClientRect();
  empty.hidden = rows.length > 0;
  for (const each of [currency, legend]) each.classList.toggle('absent', rows.length === 0);
  if (rows.length === 0 || width === 0) { chart.replaceChildren(); note(''); return; }
  const sums = { legitimate: d3.sum(rows, (row) => row.legitimate), flagged: d3.sum(rows, (row) => row.flagged) };
  note(`${count(sums.legitimate + sums.flagged)} in 15 min`);
  const [first, last] = [Math.min(...rows.map((row) => row.bound)), Math.max(...rows.map((row) => row.bound))];
  const part = (row, kind) => (sums[kind] ? row[kind] / sums[kind] : 0);
  const most = 1.04 * Math.max(0.05, ...rows.flatMap((row) => [part(row, 'legitimate'), part(row, 'flagged')]));
  const step = (width - LEFT) / (last - first + 1);
  const base = height - BOTTOM;
  const y = (value) => base - (value / most) * (base - TOP);
  const parts = d3.ticks(0, most, 4).flatMap((tick) => [
    svg('line', { class: 'grid', x1: LEFT, x2: width, y1: y(tick), y2: y(tick) }),
    svg('text', { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, `${Math.round(tick * 100)}%`)]);
  const every = step < 34 ? 3 : 1;
  for (let bound = first; bound <= last; bound += 1) {
    const x = LEFT + (bound - first) * step;
    if ((bound - first) % every === 0) parts.push(svg('text', { x, y: height - 19, 'text-anchor': bound === first ? 'start' : 'middle' }, compact(BOUNDS[bound])));
  }
  parts.push(svg('text', { x: 0, y: 8 }, 'share of each group'), svg('text', { x: width, y: height - 3, 'text-anchor': 'end' }, `amount in ${currency.value}`));
  for (const row of rows) {
    ['legitimate', 'flagged'].forEach((kind, i) => {
      const value = part(row, kind);
      if (value === 0) return;
      const words = `${count(row[kind])} ${kind} from ${compact(BOUNDS[row.bound])} ${currency.value}: ${share(value)}`;
      parts.push(svg('rect', { class: kind, x: LEFT + (row.bound - first) * step + step * (0.1 + i * 0.4), width: step * 0.38, y: y(value), height: base - y(value), rx: 1.5 }, svg('title', {}, words)));
    });
  }
  chart.replaceChildren(...parts);
  chart.setAttribute('aria-label', `Amounts in ${currency.value}: ${count(sums.legitimate)} legitimate and ${count(sums.flagged)} flagged payments`);
}

const draw = onFrame(redraw);
new ResizeObserver(draw).observe(chart);
on('amounts', (amounts) => { choose(amounts); draw(); });
draw();
