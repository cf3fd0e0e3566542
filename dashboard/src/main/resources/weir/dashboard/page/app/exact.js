// Exact sums of amounts. An amount is a decimal as text, because a number of JavaScript is not exact.

const MOST_DIGITS = 400;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** An amount in whole units of its last decimal place, or nothing if the text is no amount. */
function read(text) {
  const [, sign, whole, part = ''] = (text.length < MOST_DIGITS && text.match(DECIMAL)) || [];
  return whole === undefined ? null : { units: BigInt(sign + whole + part), places: part.length };
}

const scaled = ({ units, places }, to) => units * 10n ** BigInt(to - places);

/** The sum of two amounts, with as many decimal places as the longer of them. */
export function add(one, other) {
  const [a, b] = [read(one), read(other)];
  if (!a || !b) return a ? one : other;
  const places = Math.max(a.places, b.places);
  const sum = scaled(a, places) + scaled(b, places);
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const at = digits.length - places;
  return `${sum < 0n ? '-' : ''}${digits.slice(0, at)}${places ? `.${digits.slice(at)}` : ''}`;
}

/** Sums by currency of {currency, amount}, in order of the currencies' names. */
export function sums(payments) {
  const all = new Map();
  for (const { currency, amount } of payments) all.set(currency, add(all.get(currency) ?? '0', amount));
  return [...all].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
