import { type KeyboardEvent, useEffect, useState } from "react";
import { settleFocus } from "./settle-focus.ts";

/**
 * Of a dialog that is there while it is open: the focus goes to where an answer begins, and back to where it was when the
 * dialog is gone, unless somebody else has taken it by then.
 *
 * @param id of the element that gets it
 */
export function useDialogFocus(id: string): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const stop = settleFocus(id);
    return () => {
      stop();
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, [id, before]);
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
