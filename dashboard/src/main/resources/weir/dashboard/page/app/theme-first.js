// Sets the theme before the first paint: a page that flashes from light to dark hurts the eyes.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let chosen = null;
  try { chosen = localStorage.getItem('weir-theme'); } catch { /* storage may be forbidden */ }
  const apply = () => { document.documentElement.dataset.theme = chosen ?? (dark.matches ? 'dark' : 'light'); };
  apply();
  dark.addEventListener('change', apply);
  globalThis.weirTheme = {
    toggle() {
      chosen = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
      try { localStorage.setItem('weir-theme', chosen); } catch { /* then the choice lasts until a reload */ }
      apply();
    },
  };
})();
