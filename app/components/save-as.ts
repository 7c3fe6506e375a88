/**
 * A plain link would ask without the session token that App Bridge adds to `fetch`.
 * @returns whether it failed.
 */
export async function saveAs(path: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(path);
    if (!response.ok) return true;
    const url = URL.createObjectURL(await response.blob());
    const link = Object.assign(document.createElement("a"), { href: url, download: name });
    link.click();
    URL.revokeObjectURL(url);
    return false;
  } catch {
    return true;
  }
}
