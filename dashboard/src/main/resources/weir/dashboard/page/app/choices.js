// What a user may choose among.
export const SEVERITIES = ['critical', 'high', 'medium', 'low'];

/** How far back alerts are listed and added up: the words for it, and its length. */
export const PERIODS = {
  '15m': { words: 'Last 15 min', inside: 'in the last 15 min', millis: 15 * 60_000 },
  '1h': { words: 'Last hour', inside: 'in the last hour', millis: 3_600_000 },
  '1d': { words: 'Last 24 h', inside: 'in the last 24 h', millis: 86_400_000 },
  all: { words: 'All times', inside: 'of all times', millis: Infinity },
};

/** The one that is shown unless the user chooses another. */
export const USUAL_PERIOD = '1d';
