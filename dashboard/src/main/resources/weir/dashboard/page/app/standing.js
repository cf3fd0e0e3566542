// Which alerts count. An alert counts while it stands and its mode is live.

const WORDS = { snoozed: 'snoozed', shadow: 'on trial' };

/** The words that mark an alert that does not count; none for one that counts. */
export const marks = ({ status, mode }) => [status === 'withdrawn' && 'withdrawn', WORDS[mode]].filter(Boolean);

export const counts = (alert) => marks(alert).length === 0;
