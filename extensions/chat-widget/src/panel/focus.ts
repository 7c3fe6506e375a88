/** Where the keyboard is. The panel lives in a shadow root, so the focused element is asked of that root. */

const FOCUSABLE = "a[href], button:not([disabled]), textarea, input, summary, [tabindex='0']";

/** Keeps Tab inside while the panel covers the whole screen, where leaving it would lead to what cannot be seen. */
export function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) => stop.getClientRects().length > 0);
  const focused = (panel.getRootNode() as ShadowRoot).activeElement;
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (focused === from || !panel.contains(focused)) {
    event.preventDefault();
    to?.focus();
  }
}
