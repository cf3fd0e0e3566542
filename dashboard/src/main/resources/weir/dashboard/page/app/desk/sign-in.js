// Signs in, by name and password or by a link that works once, and goes to where the browser was sent from.
const byId = (id) => document.getElementById(id);
const form = byId('form');
const trouble = byId('trouble');

async function enter(what) {
  const answer = await fetch('/api/sign-in', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(what) })
    .catch(() => { throw new Error('The server does not answer'); });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.error ?? 'The server cannot answer that');
}

/** A link that signs in once may ask for the guide of the first minute. */
const [, link, guide] = location.hash.match(/^#link=([\w-]{1,100})(&guide)?$/) ?? [];

/** Pages that one may be sent back to: whatever else the address names is ignored. */
const PAGES = { rules: '/rules.html' };
const asked = new URLSearchParams(location.search).get('to');
const page = Object.hasOwn(PAGES, asked ?? '') ? PAGES[asked] : '/';
const place = (hash) => `${page}${hash.startsWith('#/') ? hash : ''}`;
const back = () => (guide ? '/#/?guide' : place(location.hash));

async function attempt(what) {
  const button = form.querySelector('button');
  button.disabled = true;
  trouble.textContent = '';
  try {
    await enter(what);
    location.replace(back());
  } catch (failed) {
    trouble.textContent = `${failed.message}.`;
    button.disabled = false;
    byId('password').select();
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt({ name: byId('name').value, password: byId('password').value });
});

/** Where to go on after a provider has sent the browser back, which forgets the number sign and what follows. */
const WANTED = 'weir-wanted';
const TROUBLES = {
  away: 'The provider does not answer. Try again, or sign in by name and password',
  busy: 'Too many people sign in at once: try again',
  often: 'Too many attempts to sign in: try again in 15 min',
  stale: 'This sign-in was not begun here, took longer than 10 min, or was used before: begin again',
  denied: 'The provider did not let you in',
  invalid: 'What the provider said does not hold: begin again, or tell who runs this page',
  role: 'The provider gives you no role here: ask for weir-reader, weir-analyst, weir-approver or weir-admin',
};

/** A browser may forbid a page to keep anything. */
const kept = (what) => { try { return what(sessionStorage); } catch { return null; } };

async function offer() {
  const { provider } = await fetch('/api/oidc').then((answer) => answer.json()).catch(() => ({}));
  if (!provider) return;
  const button = byId('provider').querySelector('a');
  button.textContent = `Sign in with ${provider}`;
  button.addEventListener('click', () => kept((store) => store.setItem(WANTED, back())));
  byId('provider').hidden = false;
}

const refusal = location.hash.match(/^#trouble=([a-z]{1,20})$/)?.[1];
if (location.hash === '#back') {
  const wanted = kept((store) => store.getItem(WANTED)) ?? '/';
  kept((store) => store.removeItem(WANTED));
  location.replace(wanted);
} else {
  if (refusal) {
    history.replaceState(null, '', location.pathname);
    trouble.textContent = `${Object.hasOwn(TROUBLES, refusal) ? TROUBLES[refusal] : TROUBLES.denied}.`;
  }
  offer();
}

if (link) {
  // The secret shall not stand in the history.
  history.replaceState(null, '', location.pathname);
  attempt({ link });
}
