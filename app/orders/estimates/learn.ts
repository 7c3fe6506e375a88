/**
 * What the shop's own delivered orders teach about how long things take. Pure.
 * Countries are ISO 3166 codes; a method is its name at checkout in lower case; `*` stands for any.
 */
export const ANY = "*";

/**
 * One parcel: working days from the order to the carrier, and from there to the door. Of a parcel that has not `arrived`,
 * `transitDays` are those it is on its way so far.
 */
export type ParcelSample = {
  method: string;
  origin: string;
  destination: string;
  handlingDays: number;
  transitDays: number;
  arrived: boolean;
};

/** Working days: all but one in twenty take longer than `early`, half take `median`, one in ten takes longer than `late`. */
export type Spread = { early: number; median: number; late: number };

export type LearntRow = {
  method: string;
  origin: string;
  destination: string;
  /** Parcels that arrived. */
  samples: number;
  handling: Spread;
  transit: Spread;
};

/** Fewer parcels than this teach nothing that the shop's settings do not say better. */
export const FEWEST_SAMPLES = 5;
/** How many parcels the settings (or the broader group) are worth when they are blended with what was learnt. */
const PRIOR_WORTH = 4;
/** Beyond this a delivery was an accident (lost and found, address question) and teaches nothing about the next one. */
const MOST_DAYS = 60;
/** Shares are products of fractions: nine of ten may come out a hair below 0.9. */
const ROUNDING = 1e-9;

/** Groups that are learnt: from a lane down to everything that is sent to a country, and all that leaves one. */
const LEVELS: readonly ((sample: ParcelSample) => [string, string, string])[] = [
  ({ method, origin, destination }) => [method, origin, destination],
  ({ method, destination }) => [method, ANY, destination],
  ({ method, origin }) => [method, origin, ANY],
  ({ origin }) => [ANY, origin, ANY],
];

export function learn(samples: readonly ParcelSample[]): LearntRow[] {
  const groups = new Map<string, { key: [string, string, string]; samples: ParcelSample[] }>();
  const sound = samples.filter(
    ({ handlingDays, transitDays }) =>
      handlingDays >= 0 && transitDays >= 0 && handlingDays <= MOST_DAYS && transitDays <= MOST_DAYS,
  );
  for (const sample of sound) {
    for (const level of LEVELS) {
      const key = level(sample);
      const id = JSON.stringify(key);
      const group = groups.get(id) ?? { key, samples: [] };
      group.samples.push(sample);
      groups.set(id, group);
    }
  }
  return [...groups.values()]
    .map((group) => ({ ...group, arrived: group.samples.filter((sample) => sample.arrived).length }))
    .filter(({ arrived }) => arrived >= FEWEST_SAMPLES)
    .map(({ key: [method, origin, destination], samples: of, arrived }) => ({
      method,
      origin,
      destination,
      samples: arrived,
      handling: spread(of.map(({ handlingDays }) => ({ days: handlingDays, over: true }))),
      transit: spread(of.map(({ transitDays, arrived: over }) => ({ days: transitDays, over }))),
    }));
}

/**
 * Quantiles that really occurred, of durations that are `over` and of ones that last at least so many days by now.
 *
 * Those that are not over count too, up to the day before today: who asks only what has arrived asks the quick ones, and
 * the more so the younger the history (Kaplan and Meier 1958). Where too few are over for a quantile, it is the longest
 * seen.
 */
export function spread(durations: readonly { days: number; over: boolean }[]): Spread {
  const longest = Math.max(0, ...durations.map(({ days }) => days));
  const reached: { days: number; share: number }[] = [];
  let left = 1;
  for (const day of [...new Set(durations.filter(({ over }) => over).map(({ days }) => days))].toSorted(
    (a, b) => a - b,
  )) {
    const atRisk = durations.filter(({ days, over }) => (over ? days >= day : days > day)).length;
    const ended = durations.filter(({ days, over }) => over && days === day).length;
    left *= 1 - ended / atRisk;
    reached.push({ days: day, share: 1 - left });
  }
  const at = (share: number): number => reached.find((one) => one.share >= share - ROUNDING)?.days ?? longest;
  return { early: at(0.05), median: at(0.5), late: at(0.9) };
}

export type Lane = { method: string | null; origin: string | null; destination: string | null };
export type Learnt = { spread: Spread; samples: number };

/** Broad to narrow; each is blended into the one before. Handling depends on who sends it, transit on where it goes. */
const BLENDS: Record<
  "handling" | "transit",
  readonly ((lane: Lane) => [string | null, string | null, string | null])[]
> = {
  handling: [
    ({ origin }) => [ANY, origin, ANY],
    ({ method, origin }) => [method, origin, ANY],
    ({ method, origin, destination }) => [method, origin, destination],
  ],
  transit: [
    ({ method, destination }) => [method, ANY, destination],
    ({ method, origin, destination }) => [method, origin, destination],
  ],
};

/**
 * What to expect of a phase: what the settings say, drawn towards what was learnt the more was learnt.
 * With `n` parcels the learnt figure counts `n`, and what stood before counts as many as {@link PRIOR_WORTH}.
 */
export function expect(
  phase: "handling" | "transit",
  lane: Lane,
  settings: Spread,
  table: readonly LearntRow[],
): Learnt {
  const method = lane.method?.trim().toLowerCase() ?? null;
  return BLENDS[phase].reduce<Learnt>(
    (before, keyOf) => {
      const [m, o, d] = keyOf({ ...lane, method });
      const row = table.find((one) => one.method === m && one.origin === o && one.destination === d);
      if (!row || row.samples < FEWEST_SAMPLES) return before;
      return { spread: blend(before.spread, row[phase], row.samples), samples: row.samples };
    },
    { spread: settings, samples: 0 },
  );
}

function blend(prior: Spread, learnt: Spread, samples: number): Spread {
  const mix = (before: number, found: number): number =>
    (before * PRIOR_WORTH + found * samples) / (PRIOR_WORTH + samples);
  return {
    early: mix(prior.early, learnt.early),
    median: mix(prior.median, learnt.median),
    late: mix(prior.late, learnt.late),
  };
}
