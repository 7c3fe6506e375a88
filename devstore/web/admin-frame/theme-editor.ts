import { z } from "zod";
import type { Store } from "#devstore/store/store.ts";
import { type Html, html, raw } from "../html.ts";
import { type Block, blockSettings, type BlockSetting, readExtension } from "../storefront/extension.ts";
import { editorLabel } from "../storefront/translate.ts";

type Values = Record<string, string | number | boolean>;

/** The app embeds of the theme editor: the switch, and a form made from the block's own schema. */
export async function themeEditorPage(store: Store, folder: string, saved: boolean): Promise<Html> {
  const extension = await readExtension(folder);
  const label = (text: string | undefined) => editorLabel(extension.locales, text);
  const block = extension.blocks.find(({ schema }) => schema.target === "body");
  if (!block)
    return html`<h1>App embeds</h1>
      <p>The extension has no app embed yet.</p>`;
  const values = blockSettings(block.schema, store.shop.theme.chatBlock);
  return html`<h1>App embeds</h1>
    <p>
      Theme “${store.shop.theme.name}”. Changes are live on the
      <a href="/" target="_blank" rel="noopener">storefront</a> at once.
    </p>
    ${saved ? html`<p class="notice" role="status">Saved.</p>` : null}
    <form method="post" class="panel">
      <label class="switch"
        ><input type="checkbox" name="enabled" ${raw(store.shop.theme.appEmbedEnabled ? "checked" : "")} />
        <span
          ><strong>${label(block.schema.name)}</strong><br /><span class="muted">Wherewithal · app embed</span></span
        ></label
      >
      ${block.schema.settings.map((setting) => field(setting, values, label))}
      <p><button class="button primary">Save</button></p>
    </form>`;
}

function field(
  setting: BlockSetting,
  values: Record<string, string | number | boolean | null>,
  label: (text: string | undefined) => string,
): Html {
  if (setting.id === undefined)
    return setting.type === "header"
      ? html`<h2>${label(setting.content)}</h2>`
      : html`<p class="muted">${label(setting.content)}</p>`;
  const id = `setting-${setting.id}`;
  const value = String(values[setting.id] ?? "");
  const info = setting.info ? html`<span class="muted">${label(setting.info)}</span>` : null;
  if (setting.type === "checkbox") {
    const checked = raw(values[setting.id] === true ? "checked" : "");
    return html`<label class="switch"
      ><input type="checkbox" name="${setting.id}" ${checked} /><span>${label(setting.label)} ${info}</span></label
    >`;
  }
  return html`<p class="field">
    <label for="${id}">${label(setting.label)}</label>${control(setting, id, value, label)}${info}
  </p>`;
}

function control(setting: BlockSetting, id: string, value: string, label: (text: string | undefined) => string): Html {
  const name = setting.id ?? "";
  switch (setting.type) {
    case "select":
    case "radio":
      return html`<select id="${id}" name="${name}">
        ${(setting.options ?? []).map(
          (option) =>
            html`<option value="${option.value}" ${raw(option.value === value ? "selected" : "")}>
              ${label(option.label)}
            </option>`,
        )}
      </select>`;
    case "color":
      return html`<input type="color" id="${id}" name="${name}" value="${value}" />`;
    case "range":
    case "number":
      return html`<input
        type="number"
        id="${id}"
        name="${name}"
        value="${value}"
        min="${setting.min}"
        max="${setting.max}"
        step="${setting.step ?? "any"}"
      />`;
    case "textarea":
    case "richtext":
    case "html":
      return html`<textarea id="${id}" name="${name}" rows="3">${value}</textarea>`;
    default:
      return html`<input type="text" id="${id}" name="${name}" value="${value}" />`;
  }
}

const formBody = z.record(z.string(), z.string());

/** Takes a posted form over into the store. Empty fields fall back to the schema's default. */
export async function saveThemeEditor(store: Store, folder: string, body: unknown): Promise<void> {
  const form = formBody.parse(body);
  const { blocks } = await readExtension(folder);
  const block = blocks.find(({ schema }) => schema.target === "body");
  store.setAppEmbed(form["enabled"] !== undefined, block ? chosenValues(block, form) : undefined);
}

function chosenValues(block: Block, form: Record<string, string>): Values {
  const values: Values = {};
  for (const { id, type } of block.schema.settings) {
    if (id === undefined) continue;
    if (type === "checkbox") values[id] = form[id] !== undefined;
    else if (type === "range" || type === "number") {
      if (form[id]) values[id] = Number(form[id]);
    } else if (form[id]) values[id] = form[id];
  }
  return values;
}
