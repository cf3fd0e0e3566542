// What a payment usually comes to in a currency: amounts of different currencies have no sum, but each can
// be compared with what is usual. A currency keeps its first figure, so that no order changes by itself.
import { on } from './store.js';

/** The bounds between which the server counts amounts. */
export const BOUNDS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/** Of fewer payments nothing can be said. */
const ENOUGH = 20;

const known = new Map();

/** The usual payment; without end as long as it is not known, so that no amount counts as a large one. */
export const usual = (currency) => known.get(currency) ?? Infinity;

on('amounts', (amounts) => {
  for (const rows of d3.group(amounts, (row) => row.currency).values()) {
    const all = rows.reduce((sum, row) => sum + row.legitimate, 0);
    if (all < ENOUGH || known.has(rows[0].currency)) continue;
    let below = 0;
    const middle = rows.sort((a, b) => a.bound - b.bound).find((row) => { below += row.legitimate; return below * 2 >= all; });
    known.set(rows[0].currency, BOUNDS[middle.bound] || 1);
  }
});
