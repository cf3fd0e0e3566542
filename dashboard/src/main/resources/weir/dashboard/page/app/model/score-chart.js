// How scores are distributed now, beside training. Most payments have low scores, so shares are shown by their logarithm.
import { el, svg } from '../dom.js';
import { count, share } from '../format.js';

const [LEFT, BOTTOM, TOP] = [46, 34, 20];
const [LEAST, MOST] = [1e-4, 1];
const TICKS = [1, 0.1, 0.01, 0.001, 0.0001];

const range = ({ from, to }) => (from === to ? count(from) : `${count(from)} to ${count(to)}`);
const shown = (part) => (part == null ? '–' : share(part));

/** A chart that fills its width; draw() makes it anew. */
export function scoreChart(scores, words) {
  const root = svg('svg', { class: 'mdl-chart', role: 'img', 'aria-label': `Distribution of scores. ${words}` });
  const draw = () => {
    const { width, height } = root.getBoundingClientRect();
    if (width === 0) return;
    const base = height - BOTTOM;
    const y = (part) => base - (Math.log(Math.max(LEAST, Math.min(MOST, part)) / LEAST) / Math.log(MOST / LEAST)) * (base - TOP);
    const step = (width - LEFT) / scores.length;
    const parts = TICKS.flatMap((tick) => [
      svg('line', { class: 'mdl-grid', x1: LEFT, x2: width, y1: y(tick), y2: y(tick) }),
      svg('text', { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, `${tick * 100}%`)]);
    scores.forEach((bin, i) => {
      const x = LEFT + i * step;
      const bar = (part, kind, at) => part > 0 && svg('rect', { class: kind, x: x + step * at, width: step * 0.38, y: y(part), height: Math.max(1, base - y(part)), rx: 1.5 });
      parts.push(...[bar(bin.then, 'mdl-then', 0.1), bar(bin.now, 'mdl-now', 0.52)].filter(Boolean));
      if (step > 26 || i % 3 === 0) parts.push(svg('text', { x: x + step / 2, y: height - 18, 'text-anchor': 'middle' }, count(bin.from)));
    });
    parts.push(svg('text', { x: 0, y: 9 }, 'share of payments, logarithmic'), svg('text', { x: width, y: height - 3, 'text-anchor': 'end' }, 'score from'));
    root.replaceChildren(...parts);
  };
  new ResizeObserver(draw).observe(root);
  return root;
}

/** The same as a table. */
export function scoreTable(scores) {
  return el('table', { class: 'mdl-table' },
    el('thead', {}, el('tr', {}, ['Score', 'Training', 'Now'].map((name, i) => el('th', { scope: 'col', class: i > 0 && 'number' }, name)))),
    el('tbody', {}, scores.map((bin) => el('tr', {}, el('th', { scope: 'row' }, range(bin)),
      el('td', { class: 'number' }, shown(bin.then)), el('td', { class: 'number' }, shown(bin.now))))));
}
