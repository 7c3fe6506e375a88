import type { PickedResource, PickerOptions } from "../protocol.ts";

type List = (type: PickerOptions["type"], query: string) => Promise<PickedResource[]>;

/**
 * The admin's own dialog to choose products or collections in, over the app.
 * @returns what was chosen, in the order of choosing; null when it was closed without
 */
export async function pickResources(options: PickerOptions, list: List): Promise<PickedResource[] | null> {
  const { type, multiple, query, selectedIds } = options;
  const chosen = new Map<string, PickedResource>();
  const dialog = document.createElement("dialog");
  dialog.className = "picker";
  const heading = element("h2", { id: "picker-heading", textContent: multiple ? `Add ${type}s` : `Add ${type}` });
  dialog.setAttribute("aria-labelledby", heading.id);
  const search = element("input", { type: "search", value: query, placeholder: `Search ${type}s` });
  search.setAttribute("aria-label", `Search ${type}s`);
  const rows = element("ul", {});
  const state = element("p", {});
  state.setAttribute("role", "status");
  const cancel = element("button", { type: "button", textContent: "Cancel" });
  const add = element("button", { type: "button", textContent: "Add", className: "primary" });
  const foot = element("footer", {});
  foot.append(state, cancel, add);
  dialog.append(heading, search, rows, foot);

  const count = () => {
    state.textContent = `${chosen.size} selected`;
    add.disabled = chosen.size === 0;
  };
  const row = (resource: PickedResource) => {
    const box = element("input", { type: multiple ? "checkbox" : "radio", name: "picked" });
    box.checked = chosen.has(resource.id);
    box.addEventListener("change", () => {
      if (!multiple) chosen.clear();
      if (box.checked) chosen.set(resource.id, resource);
      else chosen.delete(resource.id);
      count();
    });
    const label = element("label", {});
    label.append(box, resource.title);
    const item = element("li", {});
    item.append(label);
    return item;
  };
  let asked = 0;
  const show = async () => {
    const mine = ++asked;
    const found = await list(type, search.value);
    if (mine !== asked) return;
    rows.replaceChildren(...found.map(row));
    if (found.length === 0) rows.append(element("li", { textContent: `No ${type}s found` }));
  };

  for (const resource of selectedIds.length > 0 ? await list(type, "") : []) {
    if (selectedIds.includes(resource.id)) chosen.set(resource.id, resource);
  }
  search.addEventListener("input", () => void show());
  count();
  document.body.append(dialog);
  dialog.showModal();
  void show();
  return new Promise((resolve) => {
    cancel.addEventListener("click", () => dialog.close());
    add.addEventListener("click", () => dialog.close("add"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "add" ? [...chosen.values()] : null);
    });
  });
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
