// The desk: who is there, and what they decide.
import './me.js';
import './decided.js';
import './rows.js';
import './claims.js';
