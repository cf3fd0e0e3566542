// A panel beside the view: it takes the focus when it opens, and gives it back when it closes.

/** An element, or the row that was drawn anew in its place. */
export const again = (element) => (element?.isConnected ? element
  : element?.dataset?.id && document.querySelector(`main a[data-id="${CSS.escape(element.dataset.id)}"]`));

export function side(root) {
  let opener = null;
  return {
    /** Shows the panel; true if it was not open. */
    open() {
      const fresh = root.hidden;
      if (fresh) opener = document.activeElement;
      root.hidden = false;
      return fresh;
    },
    begin() {
      root.scrollTop = 0;
      root.querySelector('button').focus({ preventScroll: true });
    },
    shut() {
      if (root.hidden) return;
      root.hidden = true;
      again(opener)?.focus({ preventScroll: true });
    },
  };
}
