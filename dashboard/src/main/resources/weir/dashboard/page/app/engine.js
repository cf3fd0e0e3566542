// The pill that says whether payments are judged, and the figures of the machine behind it.
import { byId, el, put, setText } from './dom.js';
import { compact, count, length, rate, span, toTime } from './format.js';
import { closePopover, popover } from './popover.js';
import { modelAddress } from './route.js';
import { on, store } from './store.js';

const words = el('span', { class: 'state' });
const since = el('span', { class: 'since' });
const pill = byId('health');
const root = byId('engine');
pill.append(words, since);
popover(pill, root);

const SIGNS = { OFFSET: 'an offset that was committed', ROW: 'a row in PostgreSQL', ANSWER: 'an alert or a dead letter' };
const RUN = './weir run --runner=flink';
const big = (n) => (n < 1e9 ? count(n) : compact(n));

const title = el('p', { class: 'sentence' });
const advice = el('p', { class: 'advice muted' });
const command = el('code', {});
const body = el('dl', { class: 'facts' });
root.append(el('h2', {}, 'Engine'), title, advice, command, body, el('a', { class: 'mdl-link', href: modelAddress(), onclick: closePopover }, 'Models in force'));

/** Rounded, so that the words change once a second at most. */
const ago = (since, now) => length(Math.max(1000, Math.round((now - since) / 1000) * 1000));

/** For each state: the words of the pill, a sentence, what to do, and a command for it. */
const STATES = {
  JUDGED: () => ['Judging', 'Payments are judged as they come.'],
  IDLE: ({ kafka }) => (kafka.state === 'UP' ? ['Idle', 'No payments come in.', 'What came has been judged. To send made-up payments:', './weir produce --rate=50']
    : ['Idle', 'No new row comes into PostgreSQL.', 'Without Kafka the page cannot tell whether there is nothing to judge.']),
  BEHIND: ({ lag: { unread }, point }) => ['Behind', `Payments are judged, but ${big(unread)} records wait${point.transactions > 0 ? `: as many as come in ${length(unread / point.transactions * 1000)}` : ''}.`,
    'After an outage the pipeline catches up by itself. If the number grows, it needs more processors or another engine.'],
  LATE: ({ judging: { since } }, now) => ['Late', `Payments have waited for ${ago(since, now)}.`, 'The pipeline may be starting again. If no sign of it follows, this turns red.'],
  STALLED: ({ judging: { since } }, now) => ['Nothing judged', `Payments arrive, and none has been judged for ${ago(since, now)}.`,
    'Look whether the pipeline runs and what its log says. Started again, it judges all that has waited:', RUN],
  UNKNOWN: ({ kafka, postgres, judging: { sign } }) => ([kafka, postgres].some(({ state }) => state === 'DOWN' || state === 'CONNECTING')
    ? ['Judging unknown', 'While a source is away, the page cannot tell whether payments are judged.', 'Bring Kafka and PostgreSQL back; what waits is judged then.']
    : sign ? ['Judging unknown', 'Nothing shows whether payments are judged.', 'This job leaves a sign only when it finds something. With PostgreSQL it leaves one for every payment:', `${RUN} --jdbcUrl=jdbc:postgresql://…`]
      : ['No pipeline seen', 'No pipeline has shown itself yet.', 'If none runs, start one:', RUN]),
};

function judging(tick, now) {
  const { state } = tick.judging;
  const [short, sentence, what = '', how = ''] = STATES[state](tick, now);
  pill.className = `health ${state.toLowerCase()}`;
  setText(words, short);
  setText(since, state === 'LATE' || state === 'STALLED' ? ` for ${ago(tick.judging.since, now)}` : '');
  setText(title, sentence);
  setText(advice, what);
  setText(command, how);
  command.hidden = !how;
  pill.title = `${sentence} Click for the engine's figures.`;
}

function figures({ lag, judging: { sign, signAt }, kafka, postgres }, now) {
  const { totals } = store.panels;
  const minute = store.points.slice(-60);
  const alerts = minute.reduce((sum, point) => sum + point.alerts, 0);
  const source = ({ state, since, note }) => (state === 'OFF' ? 'not used' : `${{ UP: 'answers', DOWN: note ?? 'away', CONNECTING: 'connecting' }[state]}, since ${toTime(since)}`);
  return [
    ['Last sign of it', sign ? `${SIGNS[sign]}, ${ago(signAt, now)} ago` : 'none since this page\'s server started'],
    ['Not yet committed', lag.unread == null ? 'unknown' : `${big(lag.unread)} records`],
    ['Newest alert', lag.millis == null ? 'unknown' : `${span(lag.millis).join(' ')} behind the end of the log`],
    ['Alerts', minute.length ? `${rate(alerts / minute.length)} / s in the last minute` : 'unknown'],
    ['Log', lag.records == null ? 'unknown' : `${big(lag.records)} records`],
    ['Judged', totals ? `${totals.exact ? '' : '≈ '}${big(totals.transactions)} payments` : 'unknown'],
    ['Alerts in all', totals ? `${big(totals.alerts)} stand, ${big(totals.withdrawn)} withdrawn` : 'unknown'],
    ['Kafka', source(kafka)],
    ['PostgreSQL', source(postgres)],
  ];
}

/** Hides the warning while the server does not answer: its last answer may be out of date. */
function warn(tick, connected) {
  const stalled = byId('stalled');
  stalled.hidden = tick?.judging.state !== 'STALLED' || !connected;
  if (stalled.hidden) return;
  setText(stalled, `Nothing is being judged: transactions have been arriving since ${toTime(tick.judging.since)}, but the pipeline shows no sign of life. Look whether it runs and what its log says, and start it again: ${RUN}`);
  stalled.title = 'no committed offset, row, alert or dead letter since then';
}

let connected = true;

function draw() {
  const { tick } = store;
  warn(tick, connected);
  if (!connected || !tick) {
    pill.className = 'health unknown';
    setText(words, tick ? 'Judging unknown' : 'Connecting …');
    setText(since, '');
    setText(title, 'The server of this page does not answer.');
    setText(advice, 'It is asked again every few seconds.');
    command.hidden = true;
    return;
  }
  const now = tick.point.time;
  judging(tick, now);
  if (!root.hidden) put(body, figures(tick, now).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

pill.addEventListener('click', draw);
on('connected', (now) => { connected = now; draw(); });
on('tick', draw);
draw();
