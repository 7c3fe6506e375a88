/**
 * Optimistic locking by the moment of the last change: an editor sends along the version they saw, and a change is made
 * only where that one is still stored. Null stands for what was never saved.
 */
export type Versioned<Value> = { value: Value; version: string | null };
export type Replaced = { kind: "saved"; version: string } | { kind: "conflict" };

export function versionOf(updatedAt: Date | null | undefined): string | null {
  return updatedAt?.toISOString() ?? null;
}

/** Now, or a millisecond after the version it follows: two changes never have the same one. */
export function nextVersion(after: string | null): Date {
  return new Date(Math.max(Date.now(), after === null ? 0 : Date.parse(after) + 1));
}
