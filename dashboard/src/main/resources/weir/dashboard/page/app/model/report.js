// What is told of one model.
import { el } from '../dom.js';
import { count, number, things, text, toFull } from '../format.js';
import { severity } from '../panels/alert-row.js';
import { emit } from '../store.js';
import { home } from '../route.js';
import { inputTable } from './inputs.js';
import { scoreChart, scoreTable } from './score-chart.js';
import { grade, sampleSentence, scoreSentence } from './words.js';

const LEARNERS = { 'boosted-trees': 'boosted trees, which learn from labels', 'isolation-forest': 'an isolation forest, which learns without labels' };
const MODES = { live: 'live', shadow: 'on trial', snoozed: 'snoozed' };
const METRICS = { averagePrecision: 'average precision', auc: 'AUC' };
const LETTERS = 12;

const fact = (name, ...value) => [el('dt', {}, name), el('dd', {}, ...value)];
const part = ({ from, to, payments, frauds }) => (payments === 0 ? 'nothing' : `${things(payments, 'payment')} from ${toFull(from)} to ${toFull(to)}, ${things(frauds, 'fraud')}`);
const rule = ({ rule: id, version, severity: grave, modes, over }) => `${text(id)} ${version}: ${grave} over ${over}, ${modes.map((mode) => MODES[mode] ?? mode).join(' and ')}`;

const panel = (key, title, ...body) => el('section', { class: 'panel mdl-panel', 'aria-labelledby': key },
  el('header', {}, el('h3', { id: key }, title)), ...body);

function facts(report) {
  const said = text(report.comment);
  return el('dl', { class: 'mdl-facts' },
    ...fact('Version', el('span', { class: 'mono' }, report.name)),
    ...fact('Announced', `${toFull(report.announcedAt)} by ${text(report.author) || 'nobody named'}${said && `: ${said}`}`),
    ...fact('Rules', report.rules.map(rule).join('; ')),
    ...fact('Kind', `${count(report.trees)} trees of ${LEARNERS[report.learner] ?? text(report.learner)}`),
    ...fact('Trained on', part(report.learned)),
    ...fact('Chosen by', part(report.validated)),
    ...fact('Tested on', part(report.tested)),
    ...report.metrics.filter(({ name }) => Object.hasOwn(METRICS, name)).flatMap(({ name, value }) => fact(`Tested ${METRICS[name]}`, number(value))));
}

const ORDER = ['critical', 'high', 'medium', 'low'];
const kind = ({ status, mode }) => (status === 'withdrawn' ? 'withdrawn' : mode);
const KINDS = [['live', 'Live'], ['shadow', 'On trial'], ['snoozed', 'Snoozed'], ['withdrawn', 'Withdrawn']];

function alerts(report) {
  const sum = (grave, of) => report.alerts.filter((each) => each.severity === grave && kind(each) === of).reduce((all, each) => all + each.alerts, 0);
  const graves = ORDER.filter((grave) => report.alerts.some((each) => each.severity === grave));
  if (graves.length === 0) return [el('p', { class: 'mdl-note' }, 'No alert of this model in this time.')];
  const live = report.rules.find(({ modes }) => modes.includes('live'));
  return [el('table', { class: 'mdl-table' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Severity'), KINDS.map(([, name]) => el('th', { scope: 'col', class: 'number' }, name)))),
    el('tbody', {}, graves.map((grave) => el('tr', {}, el('th', { scope: 'row' }, severity(grave)), KINDS.map(([of]) => el('td', { class: 'number' }, count(sum(grave, of)))))))),
  live && el('p', {}, el('button', { type: 'button', 'data-keep': `list ${report.name}`, onclick: () => { home(); emit('filter', { rule: live.rule }); } }, `Show alerts of ${text(live.rule)}`))];
}

/** The parts of the view that are about one model. */
export function reportOf(report, answer) {
  const key = `mdl-${report.name.slice(0, LETTERS)}`;
  const words = scoreSentence(report, answer);
  return el('article', { class: 'mdl-report', 'aria-labelledby': key },
    el('h2', { id: key }, 'Model ', el('span', { class: 'mono' }, report.name.slice(0, LETTERS))),
    facts(report),
    panel(`${key}-scores`, 'Scores beside training',
      el('p', {}, grade(report.drift), ' ', words),
      el('p', { class: 'mdl-note' }, answer.why || sampleSentence(report, answer.period)),
      el('p', { class: 'mdl-legend' }, el('span', { class: 'mdl-of-then' }, 'training, on its tested span'), el('span', { class: 'mdl-of-now' }, 'now')),
      scoreChart(report.scores, words),
      el('details', { 'data-keep': `${key} table` }, el('summary', {}, 'As a table'), scoreTable(report.scores))),
    panel(`${key}-alerts`, 'Alerts of this model', ...alerts(report)),
    panel(`${key}-inputs`, 'What moves scores',
      el('p', { class: 'mdl-note' }, `“Moves scores” is each input's part of all that moved scores in training. “Named in alerts”: of the ${count(report.told)} newest alerts, how many name it among the eight inputs that moved the score most. Those that differ from training come first.`),
      answer.period === '7d' ? null : el('p', { class: 'mdl-note' }, 'An hour or a day is not a week: inputs that tell the hour or the weekday differ then in any case.'),
      inputTable(report, answer)));
}
