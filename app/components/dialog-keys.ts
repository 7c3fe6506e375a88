import { type KeyboardEvent, useEffect, useState } from "react";

/** Frames after which a dialog is done with itself, and for which the focus has to have stayed. */
const MOST_FRAMES = 60;
const ENOUGH_FRAMES = 4;

/**
 * Of a dialog that is there while it is open: the focus goes to where an answer begins, and back to where it was when the
 * dialog is gone, unless somebody else has taken it by then.
 *
 * @param id of the element that gets it
 */
export function useDialogFocus(id: string): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    let frame = 0;
    let held = 0;
    let left = MOST_FRAMES;
    // The dialog draws itself a little later than it is there, and takes the focus for itself when it has.
    const settle = () => {
      const element = document.getElementById(id);
      if (element && isInAnotherField(element)) return;
      const has = element !== null && document.activeElement === element;
      held = has ? held + 1 : 0;
      if (!has) element?.focus();
      left -= 1;
      if (held < ENOUGH_FRAMES && left > 0) frame = requestAnimationFrame(settle);
    };
    frame = requestAnimationFrame(settle);
    return () => {
      cancelAnimationFrame(frame);
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, [id, before]);
}

/** Somebody has begun with another field of the same dialog, who must not be pulled away from it. */
function isInAnotherField(field: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement !== field &&
    activeElement?.matches("input, textarea, select") === true &&
    field.closest("[role=dialog]")?.contains(activeElement) === true
  );
}

/** Enter confirms, except where it means another thing: in longer texts it takes Ctrl or ⌘, and a button is pressed itself. */
export function confirmedByEnter(confirm: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    if (event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    confirm();
  };
}
