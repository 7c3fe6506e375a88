import type { System } from "./system.ts";

/** A real browser's: what looks like a crawler is not answered in the admin. */
const BROWSER = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** The version that each section was saved with last, as its page would send it along. */
const versions = new WeakMap<System, Map<string, string>>();

/** Posts JSON to a page of the admin as its own script does, and gives the answer as Remix streams it. */
async function postToPage(system: System, page: string, body: unknown): Promise<string> {
  const response = await fetch(`${system.app.url}/app/settings/${page}.data`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${await system.devstore.sessionToken()}`,
      "Content-Type": "application/json",
      "User-Agent": BROWSER,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}: ${text}`);
  return text;
}

/**
 * Saves a section of the settings that nobody else saves, as its page does.
 * @returns whether it was saved, and the answer with what is wrong where it was not
 */
export async function saveSettings(
  system: System,
  section: string,
  form: object,
): Promise<{ saved: boolean; answer: string }> {
  const known = versions.get(system) ?? new Map<string, string>();
  versions.set(system, known);
  const answer = await postToPage(system, section, { form, version: known.get(section) ?? null });
  const saved = answer.includes('"saved"');
  const version = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(answer)?.[0];
  if (saved && version !== undefined) known.set(section, version);
  return { saved, answer };
}
