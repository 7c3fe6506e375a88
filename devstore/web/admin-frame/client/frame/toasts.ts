import type { Toast } from "../protocol.ts";

const area = document.getElementById("toasts");
const shown = new Map<string, { element: HTMLElement; timer: number; dismissed: () => void }>();

export function showToast(toast: Toast, heard: { action: () => void; dismissed: () => void }): void {
  const element = document.createElement("div");
  element.className = toast.isError ? "toast error" : "toast";
  element.append(Object.assign(document.createElement("span"), { textContent: toast.message }));
  if (toast.action !== null) element.append(button(toast.action, heard.action));
  const close = button("×", () => hideToast(toast.id));
  close.setAttribute("aria-label", "Dismiss");
  element.append(close);
  area?.append(element);
  const timer = window.setTimeout(() => hideToast(toast.id), toast.durationMs);
  shown.set(toast.id, { element, timer, dismissed: heard.dismissed });
}

export function hideToast(id: string): void {
  const toast = shown.get(id);
  if (!toast) return;
  shown.delete(id);
  window.clearTimeout(toast.timer);
  toast.element.remove();
  toast.dismissed();
}

function button(label: string, press: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}
