// Transactions and alerts per second, by clock time.
import { el, onFrame, panel, svg } from '../dom.js';
import { compact, rate, toClock, toMinute } from '../format.js';
import { on, store } from '../store.js';

const LEFT = 46;
const GAP = 36;
const BOTTOM = 18;
const TOP = 22;
const STEPS = [15_000, 30_000, 60_000, 120_000, 300_000];

const minutes = el('select', { 'aria-label': 'How far back', onchange: () => draw() },
  ...[2, 5, 15].map((n) => el('option', { value: n, ...(n === 5 && { selected: true }) }, `${n} min`)));
const { root, note } = panel('rates', 'Throughput', minutes);
const chart = svg('svg', { class: 'chart', role: 'img' });
root.append(chart);
let pointer = null;

const top = (values) => {
  const most = Math.max(1, ...values);
  return d3.ticks(0, most * 1.08, 3).at(-1) < most ? most * 1.1 : Math.max(most * 1.08, d3.ticks(0, most * 1.08, 3).at(-1));
};

/** The stretches of time with known rates. The gaps between them stay empty. */
function known(points) {
  const runs = [];
  let run = null;
  for (const point of points) {
    if (point.transactions == null) run = null;
    else if (run) run.push(point);
    else runs.push(run = [point]);
  }
  return runs;
}

function axis(parts, y, most, width) {
  for (const value of d3.ticks(0, most, 3).filter((tick) => Number.isInteger(tick) || most < 2)) {
    parts.push(svg('line', { class: 'grid', x1: LEFT, x2: width, y1: y(value), y2: y(value) }),
      svg('text', { x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end' }, compact(value)));
  }
}

function redraw() {
  const { width, height } = chart.getBoundingClientRect();
  if (width === 0) return;
  const length = Number(minutes.value) * 60_000;
  const end = store.points.at(-1)?.time ?? Date.now();
  const x = (time) => width - ((end - time) / length) * (width - LEFT);
  const points = store.points.filter((point) => point.time > end - length);
  const half = (height - TOP - GAP - BOTTOM) / 2;
  const parts = [];

  const runs = known(points);
  const mostTx = top(runs.flat().map((point) => point.transactions));
  const yTx = (value) => TOP + half - (value / mostTx) * half;
  axis(parts, yTx, mostTx, width);
  for (const run of runs) {
    const line = run.map((point, i) => `${i ? 'L' : 'M'}${x(point.time).toFixed(1)},${yTx(point.transactions).toFixed(1)}`).join('');
    parts.push(svg('path', { class: 'area', d: `${line}L${x(run.at(-1).time)},${yTx(0)}L${x(run[0].time)},${yTx(0)}Z` }), svg('path', { class: 'line', d: line }));
  }

  const base = TOP + half + GAP + half;
  const mostAlerts = top(points.map((point) => point.alerts));
  const yAlerts = (value) => base - (value / mostAlerts) * half;
  axis(parts, yAlerts, mostAlerts, width);
  const wide = Math.max(1, ((width - LEFT) / (length / 1000)) * 0.8);
  const bars = points.filter((point) => point.alerts > 0)
    .map((point) => `M${(x(point.time) - wide).toFixed(1)},${base}V${yAlerts(point.alerts).toFixed(1)}h${wide.toFixed(1)}V${base}Z`);
  parts.push(svg('path', { class: 'bars', d: bars.join('') }));

  parts.push(svg('text', { class: 'name', x: 0, y: 8 }, 'Transactions/s'), svg('text', { class: 'name', x: 0, y: TOP + half + GAP - 8 }, 'Alerts/s'));
  const every = STEPS.find((step) => (step / length) * width > 84) ?? length;
  for (let time = Math.ceil((end - length) / every) * every; time <= end; time += every) {
    if (x(time) > LEFT + 20 && x(time) < width - 20) parts.push(svg('text', { x: x(time), y: height - 2, 'text-anchor': 'middle' }, every % 60_000 ? toClock(time) : toMinute(time)));
  }
  if (pointer != null) cursor(parts, points, x, width, base);
  chart.replaceChildren(...parts);
  chart.setAttribute('aria-label', describe(points));
}

function cursor(parts, points, x, width, base) {
  const nearest = d3.least(points, (point) => Math.abs(x(point.time) - pointer));
  if (!nearest) return;
  const at = x(nearest.time);
  const words = `${toClock(nearest.time)}   ${nearest.transactions == null ? '–' : rate(nearest.transactions)} tx/s   ${nearest.alerts} alerts/s`;
  parts.push(svg('line', { class: 'cursor', x1: at, x2: at, y1: TOP - 6, y2: base }),
    svg('text', { class: 'tip', x: at > width / 2 ? at - 8 : at + 8, y: TOP + 4, 'text-anchor': at > width / 2 ? 'end' : 'start' }, words));
}

const describe = (points) => {
  const last = points.at(-1);
  return last ? `${last.transactions ?? 'unknown'} transactions and ${last.alerts} alerts in the last second` : 'no data yet';
};

const draw = onFrame(redraw);
chart.addEventListener('pointermove', (event) => { pointer = event.offsetX; draw(); });
chart.addEventListener('pointerleave', () => { pointer = null; draw(); });
new ResizeObserver(draw).observe(chart);
on('state', draw);
on('tick', () => {
  note(store.tick.kafka.state === 'UP' ? 'clock time, from the end of the log' : store.tick.postgres.state === 'UP' ? 'clock time, from rows in PostgreSQL' : 'clock time');
  draw();
});
