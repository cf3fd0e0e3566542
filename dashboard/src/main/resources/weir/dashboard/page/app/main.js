// Assembles the page. Each panel draws itself when the store reports a change.
import { byId } from './dom.js';
import { zone } from './format.js';
import { start } from './stream.js';
import { startRouting } from './route.js';
import { startKeys } from './keys.js';
import './sources.js';
import './engine.js';
import './panels/kpis.js';
import './panels/rates.js';
import './panels/world.js';
import './panels/feed.js';
import './panels/rules.js';
import './panels/amounts.js';
import './panels/users.js';
import './panels/dead-letters.js';
import './panels/scores.js';
import './panels/detail.js';
import './desk/desk.js';
import './panels/user-page.js';
import './model/page.js';
import './guide/guide.js';
import './queue/queue.js';

byId('zone').textContent = zone();
byId('theme').addEventListener('click', () => globalThis.weirTheme.toggle());
startKeys();
startRouting();
start();
