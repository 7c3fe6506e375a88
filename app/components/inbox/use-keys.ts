import { useEffect, useRef } from "react";

/** Whether a key is meant for a page, and not for the field, the dialog or the menu that has the focus. */
function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : null;
  return (
    target?.closest("input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog]") === null
  );
}

/** Calls what belongs to a key as long as nobody types anywhere. `handlers` are by `KeyboardEvent.key`. */
export function useKeys(handlers: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const now = useRef(handlers);
  useEffect(() => {
    now.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const handler = isForPage(event) ? now.current[event.key] : undefined;
      if (!handler) return;
      event.preventDefault();
      handler(event);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
