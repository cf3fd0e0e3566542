// What is said of a model, in words.
import { el } from '../dom.js';
import { count, number, share, things } from '../format.js';

/** How far back the view may look, by the code in its address. */
export const STRETCHES = { '1h': 'Last hour', '1d': 'Last 24 h', '7d': 'Last 7 days' };
export const INSIDE = { '1h': 'the last hour', '1d': 'the last 24 h', '7d': 'the last 7 days' };

/** For each grade: a word, and a sentence about a distance with the limits that were crossed or kept. */
const GRADES = {
  stable: ['stable', ({ index }, { same }) => `PSI ${number(index)}, below ${same}: distributed as in training.`],
  moving: ['moving', ({ index }, { same, another }) => `PSI ${number(index)}, from ${same} to ${another}: on its way away from training.`],
  different: ['different from training', ({ index }, { another }) => `PSI ${number(index)}, over ${another}: another distribution than in training.`],
  few: ['too few payments', ({ counted, needed }) => `${count(counted)} of the ${count(needed)} payments that it takes to tell.`],
  unmeasured: ['not measured here', () => 'The page cannot compute it from PostgreSQL. The job measures it as the metric weir_model_input_drift.'],
  untrained: ['nothing to compare with', () => 'The model does not say how its training was distributed.'],
};

/** A word with a sign, so that it does not rest on a colour. */
export const grade = (distance) => el('span', { class: `mdl-grade mdl-${distance.grade}` }, GRADES[distance.grade][0]);

export const gradeSentence = (distance, limits) => GRADES[distance.grade][1](distance, limits);

/** What to do about the scores. */
export function scoreSentence(report, limits) {
  if (!report.kept) return 'PostgreSQL keeps the scores of the first model of a book only, and this is another one.';
  const told = gradeSentence(report.drift, limits);
  if (report.drift.grade === 'different') return `${told} If it stays so, train again.`;
  if (report.drift.grade === 'moving') return `${told} Look again in a few days.`;
  return told;
}

/** Which payments the figures are of. */
export function sampleSentence({ sample }, period) {
  if (!sample) return '';
  if (sample.payments === 0) return `No payment of ${INSIDE[period]} is in PostgreSQL.`;
  const how = sample.part < 1 ? `, a sample of ${share(sample.part)} of that time, evenly spread` : '';
  return `${things(sample.payments, 'payment')} of ${INSIDE[period]}${how}; ${count(sample.scored)} have a score of this model.`;
}
