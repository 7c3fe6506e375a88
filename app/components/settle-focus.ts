/** Frames after which the page is done with itself, and for which the focus has to have stayed. */
const MOST_FRAMES = 60;
const ENOUGH_FRAMES = 4;
const FIELDS = "input, textarea, select";

/**
 * Moves the focus to an element as soon as it is there, and holds it while the page draws itself: a dialog that comes or goes
 * takes the focus for itself a little later. Whoever points somewhere, or types into a field, is left alone from then on.
 *
 * @param id of the element that gets it
 * @param each is called in every frame in which it has the focus
 * @returns gives it up
 */
export function settleFocus(id: string, each: (element: HTMLElement) => void = () => undefined): () => void {
  let frame = 0;
  let held = 0;
  let left = MOST_FRAMES;
  const stop = () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("pointerdown", stop, true);
    document.removeEventListener("keydown", stopTyping, true);
  };
  const stopTyping = ({ target }: KeyboardEvent) => {
    if (target instanceof HTMLElement && target.matches(FIELDS)) stop();
  };
  const settle = () => {
    const element = document.getElementById(id);
    if (element && isInAnotherField(element)) {
      stop();
      return;
    }
    const has = element !== null && document.activeElement === element;
    held = has ? held + 1 : 0;
    if (!has) element?.focus();
    if (element && document.activeElement === element) each(element);
    left -= 1;
    if (held < ENOUGH_FRAMES && left > 0) frame = requestAnimationFrame(settle);
    else stop();
  };
  frame = requestAnimationFrame(settle);
  document.addEventListener("pointerdown", stop, true);
  document.addEventListener("keydown", stopTyping, true);
  return stop;
}

/** Somebody has begun with another field of the same dialog, who must not be pulled away from it. */
function isInAnotherField(field: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement !== field &&
    activeElement?.matches(FIELDS) === true &&
    field.closest("[role=dialog]")?.contains(activeElement) === true
  );
}
