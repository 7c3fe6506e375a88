/** A place in a list that is ordered by a moment and, where two are alike, by id. */
export type ListCursor = { at: Date; id: string };

/** The rows older or newer than a place. */
export type ListStep = { direction: "older" | "newer"; cursor: ListCursor };

/** A page of a list as a browser gets it: its cursors as they stand in addresses, null at either end. */
export type ListedPage<Row> = { rows: Row[]; newer: string | null; older: string | null };

/** A cursor as it stands in an address. */
export function cursorText({ at, id }: ListCursor): string {
  return `${at.getTime()}.${id}`;
}

/** @returns null for whatever is no cursor: people edit addresses. */
export function readCursor(text: string | null): ListCursor | null {
  const [, time, id] = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "") ?? [];
  return time !== undefined && id !== undefined ? { at: new Date(Number(time)), id } : null;
}

/** The step that an address asks for; what is no place in the list leads to its beginning, null. */
export function readStep(asked: URLSearchParams): ListStep | null {
  for (const direction of ["older", "newer"] as const) {
    const cursor = readCursor(asked.get(direction));
    if (cursor) return { direction, cursor };
  }
  return null;
}
