// Small panels that a button opens. One is open at a time; Esc, a click elsewhere, or the button closes it.
let open = null;

function show(button, panel, isOpen) {
  panel.hidden = !isOpen;
  button.setAttribute('aria-expanded', isOpen);
  open = isOpen ? { button, panel } : null;
}

/** Closes what is open, and gives the focus back to its button; false if nothing was. */
export function closePopover() {
  if (!open) return false;
  const { button, panel } = open;
  const had = panel.contains(document.activeElement);
  show(button, panel, false);
  if (had) button.focus();
  return true;
}

/** Lets this button open this panel. */
export function popover(button, panel) {
  panel.hidden = true;
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', panel.id);
  button.addEventListener('click', () => {
    const wasOpen = !panel.hidden;
    closePopover();
    if (!wasOpen) show(button, panel, true);
  });
}

addEventListener('click', ({ target }) => {
  if (open && !open.panel.contains(target) && !open.button.contains(target)) closePopover();
});
