/**
 * The instant of a carrier's time: with an offset it is exact; without one it is the wall clock of `timeZone`;
 * a date alone is noon there, so that it stays that day. Null for anything else.
 */
export function instantOf(text: string, timeZone: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, day, time = "12:00", offset] = match;
  const wall = new Date(`${String(day)}T${time}Z`);
  if (Number.isNaN(wall.getTime())) return null;
  if (offset !== undefined)
    return valid(new Date(`${String(day)}T${time}${offset.replace(/(\d{2})(\d{2})$/, "$1:$2")}`));
  // Twice, because the offset at the first guess may be another one than at the instant looked for.
  const guess = new Date(wall.getTime() - offsetAt(wall, timeZone));
  return valid(new Date(wall.getTime() - offsetAt(guess, timeZone)));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that a time zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: Date, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const valid = (date: Date): Date | null => (Number.isNaN(date.getTime()) ? null : date);
