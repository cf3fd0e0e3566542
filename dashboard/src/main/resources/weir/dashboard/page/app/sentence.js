// Why an alert was raised, in words.
import { count, length, money, things } from './format.js';

const CURRENCY = /^[A-Z]{3}$/;
/** A number that stands by itself, and not in a name or a time. */
const LONG_NUMBER = /(?<![\p{L}\p{N}_.,:/-])\d{4,15}(?:\.\d+)?(?![\p{L}\p{N}_:/-])/gu;

/** Groups the digits of long numbers. */
export const grouped = (reason) => reason.replace(LONG_NUMBER, (number) => {
  const [whole, part] = number.split('.');
  return count(Number(whole)) + (part ? `.${part}` : '');
});

/** What was observed, in which window, and the limit. What has other units is told in the rule's own words. */
export function sentence({ observed, limit, unit, windowStart, windowEnd, evidenceCount, reason }) {
  const window = Date.parse(windowEnd) - Date.parse(windowStart);
  const within = window > 0 ? ` in ${length(window)}` : '';
  if (!Number.isFinite(observed) || !Number.isFinite(limit)) return grouped(reason);
  if (unit === 'transactions' && within) return `${things(observed, 'payment')}${within}, limit ${count(limit)}`;
  if (CURRENCY.test(unit)) return `${money(observed, unit)} in ${within ? things(evidenceCount, 'payment') : 'one payment'}${within}, limit ${money(limit, unit)}`;
  return grouped(reason);
}
