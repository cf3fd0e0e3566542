// The observed value and the limit, on one scale.
import { svg } from '../dom.js';
import { money, number, text } from '../format.js';

const CURRENCY = /^[A-Z]{3}$/;

export const amount = (value, unit) => (CURRENCY.test(unit) ? money(value, unit) : `${number(value)} ${text(unit)}`);

/** A record may hold any number, but a bar needs a finite length. */
const drawn = (value) => Math.min(Math.max(Number(value) || 0, 0), 1e300);

export function versus({ observed, limit, unit, severity }) {
  const [long, allowed] = [drawn(observed), drawn(limit)];
  const most = Math.max(long, allowed) * 1.04 || 1;
  const part = (value) => `${((value / most) * 100).toFixed(2)}%`;
  const at = (allowed / most) * 100;
  const words = `${amount(observed, unit)} observed, ${amount(limit, unit)} is the limit`;
  return svg('svg', { class: `versus ${severity}`, role: 'img', 'aria-label': words },
    svg('text', { x: 0, y: 14 }, svg('tspan', { class: 'label' }, 'Observed  '), amount(observed, unit)),
    svg('rect', { class: 'track', x: 0, y: 24, width: '100%', height: 14, rx: 4 }),
    svg('rect', { class: 'within', x: 0, y: 24, width: part(Math.min(long, allowed)), height: 14, rx: 4 }),
    long > allowed && svg('rect', { class: 'beyond', x: part(allowed), y: 24, width: part(long - allowed), height: 14, rx: 4 }),
    svg('line', { class: 'limit', x1: part(allowed), x2: part(allowed), y1: 20, y2: 44 }),
    svg('text', { x: part(allowed), y: 60, dx: at > 60 ? -2 : at < 15 ? 0 : -20, 'text-anchor': at > 60 ? 'end' : 'start' }, svg('tspan', { class: 'label' }, 'Limit  '), amount(limit, unit)));
}
