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

/** Only a place within the page: whatever else the address names is ignored. */
const back = () => (guide ? '/#/?guide' : `/${location.hash.startsWith('#/') ? location.hash : ''}`);

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

if (link) {
  // The secret shall not stand in the history.
  history.replaceState(null, '', location.pathname);
  attempt({ link });
}
