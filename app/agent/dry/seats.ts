/** Dry runs of this process at once: few, so that they never take what shoppers' turns need. */
const SEATS = 8;

let taken = 0;
const line: (() => void)[] = [];

/** Waits for a place. @returns what gives it back; null when `signal` was aborted meanwhile */
export async function takeSeat(signal: AbortSignal): Promise<(() => void) | null> {
  if (taken >= SEATS) await new Promise<void>((resolve) => line.push(resolve));
  else taken += 1;
  if (!signal.aborted) return giveBack;
  giveBack();
  return null;
}

function giveBack(): void {
  const next = line.shift();
  if (next) next();
  else taken -= 1;
}
