// Tells the user why the list is empty and what to do.
import { el } from '../dom.js';
import { store } from '../store.js';

function advice() {
  const { tick } = store;
  if (!tick) return ['Connecting …', ''];
  const { kafka, postgres, lag, point } = tick;
  const away = (source) => source.state === 'DOWN' || source.state === 'OFF';
  if (away(kafka) && away(postgres)) return ['Neither Kafka nor PostgreSQL answers.', 'To start everything on this machine, including this page:', './weir demo'];
  if (kafka.state === 'DOWN') return ['Kafka does not answer, and PostgreSQL has no alerts.', 'To start a broker on this machine:', './weir broker --data=kafka-data'];
  if (postgres.note?.startsWith('has no tables')) return ['PostgreSQL has no tables yet.', 'The pipeline creates them:', './weir run --runner=flink --jdbcUrl=jdbc:postgresql://…'];
  if (lag.records === 0) return ['The log is empty.', 'To send made-up transactions:', './weir produce --rate=50'];
  if (point.transactions > 0 || lag.records > 0) return ['No alerts yet.', 'Transactions are coming in. If no alert follows, check that the pipeline runs:', './weir run --runner=flink'];
  return ['No alerts yet.', 'They appear here as soon as a rule fires.'];
}

/** Without alerts in the list: shows all if it is filtered, or all times if there are older ones. */
export function whatNext(clear, clearPeriod) {
  if (clear) return next('No alert matches.', '', el('div', {}, el('button', { type: 'button', onclick: clear }, 'Show all')));
  if (clearPeriod) return next('No alert in this period.', 'There are older ones.', el('div', {}, el('button', { type: 'button', onclick: clearPeriod }, 'Show all times')));
  const [title, words, command] = advice();
  return next(title, words, command && el('code', {}, command));
}

const next = (title, words, action) => el('div', { class: 'next' }, el('strong', {}, title), words && el('span', {}, words), action);
