/** A share of a sample with the interval in which the true share lies, 19 times out of 20. All between 0 and 1. */
export type Share = { share: number; low: number; high: number };

const Z = 1.96;

/** Wilson's interval: honest for small samples, too, and never outside of 0 and 1. Null without a sample. */
export function shareOf(count: number, of: number): Share | null {
  if (of === 0) return null;
  const share = count / of;
  const spread = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / spread;
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / spread;
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
