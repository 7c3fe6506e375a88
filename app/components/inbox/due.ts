const MINUTE = 60_000;
const UNITS = [
  ["d", 24 * 60],
  ["h", 60],
  ["min", 1],
] as const;

/** "20 min", "2 h", "3 d": as many whole units as fit, of the largest one that does. */
function spanWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  const [unit, size] = UNITS.find(([, one]) => minutes >= one) ?? UNITS[2];
  return `${Math.floor(minutes / size)} ${unit}`;
}

export type Due = { overdue: boolean; words: string };

/**
 * By when a conversation is to be answered, in words: how long is left within a day, the moment itself beyond it.
 * @param moment the same by the shop's clock
 */
export function dueWords(dueAt: string, moment: string, now: number): Due {
  const left = Date.parse(dueAt) - now;
  if (left < 0) return { overdue: true, words: `Overdue by ${spanWords(-left)}` };
  return { overdue: false, words: left < 24 * 60 * MINUTE ? `Due in ${spanWords(left)}` : `Due ${moment}` };
}
