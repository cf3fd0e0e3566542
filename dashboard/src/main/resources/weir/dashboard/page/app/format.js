// Formats numbers with their units, formats times in the user's own zone, and makes foreign text safe to read.

const whole = new Intl.NumberFormat();
const one = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const tenth = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const minute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', hour12: false });

export const count = (n) => whole.format(n);
export const compact = (n) => short.format(n);
export const rate = (n) => (n < 100 ? one : whole).format(n);
export const share = (n) => percent.format(n);
export const number = (n) => exact.format(n);
export const toClock = (ms) => clock.format(ms);
export const toMinute = (ms) => minute.format(ms);
export const toFull = (ms) => full.format(ms);
/** The time of day, with the date if it is another day, and with the year if it is another year. */
export function toTime(ms) {
  const [time, now] = [new Date(ms), new Date()];
  if (time.toDateString() === now.toDateString()) return clock.format(ms);
  return `${(time.getFullYear() === now.getFullYear() ? day : date).format(ms)}, ${clock.format(ms)}`;
}

/** The name of the time zone, and its short form if that differs. */
export function zone() {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const parts = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' }).formatToParts(Date.now());
  const abbreviation = parts.find((part) => part.type === 'timeZoneName').value;
  return name === abbreviation ? name : `${name}, ${abbreviation}`;
}

/** An amount of money; given as text, it is shown exactly. */
export function money(amount, currency) {
  try {
    return new Intl.NumberFormat(undefined, { style: 'currency', currency, currencyDisplay: 'code' }).format(amount);
  } catch {
    return `${number(amount)} ${text(currency)}`;
  }
}

/** A number of things in words: "1 payment", "3 payments". */
export const things = (n, name) => `${count(n)} ${name}${n === 1 ? '' : 's'}`;

const SPANS = [['d', 86_400_000], ['h', 3_600_000], ['min', 60_000], ['s', 1000]];

/** A length of time in words, in the largest unit that it fills at least once. */
export function length(ms) {
  const [unit, size] = SPANS.find((each) => ms >= each[1]) ?? ['ms', 1];
  return `${tenth.format(ms / size)} ${unit}`;
}

/** A length of time that changes on the screen, as a value and a unit. It keeps one format, so that it does not jump. */
export function span(ms) {
  if (ms < 1000) return [whole.format(Math.round(ms)), 'ms'];
  if (ms < 120_000) return [one.format(ms / 1000), 's'];
  if (ms < 7_200_000) return [one.format(ms / 60_000), 'min'];
  return [one.format(ms / 3_600_000), 'h'];
}

/** The beginning of a text, if the whole is too long. */
export const brief = (foreign, most) => (foreign.length > most ? `${[...foreign].slice(0, most - 1).join('')}…` : foreign);

/** Shows control characters, and those that change the direction of writing, as escapes. */
export const text = (foreign) => String(foreign ?? '').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu,
  (character) => `\\u${character.codePointAt(0).toString(16).padStart(4, '0')}`);
