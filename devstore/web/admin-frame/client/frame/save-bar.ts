import type { SaveBar } from "../protocol.ts";

const bar = document.getElementById("save-bar");
const buttons = document.getElementById("save-bar-buttons");

export function drawSaveBar(content: SaveBar | null, press: (id: string) => void): void {
  bar?.toggleAttribute("hidden", content === null);
  const entries = content ? [["discard", content.discard] as const, ["save", content.save] as const] : [];
  const elements = entries.flatMap(([kind, control]) => {
    if (!control) return [];
    const element = document.createElement("button");
    element.type = "button";
    element.className = `button on-dark ${kind === "save" ? "primary" : "secondary"}`;
    element.textContent = control.label;
    element.disabled = control.disabled || control.loading;
    element.addEventListener("click", () => press(control.id));
    return [element];
  });
  buttons?.replaceChildren(...elements);
}

/** Draws the eye to unsaved changes when the merchant tries to leave them. */
export function flashSaveBar(): void {
  bar?.classList.remove("flash");
  requestAnimationFrame(() => bar?.classList.add("flash"));
}
