/**
 * Colors that stay readable whatever accent the merchant picks. Ratios are those of WCAG 2.2 (relative luminance of
 * sRGB); 4.5 is what text needs.
 */
export type Rgb = readonly [red: number, green: number, blue: number];

export const WHITE: Rgb = [255, 255, 255];
/** The darkest of the panel's light surfaces that text in the accent color stands on. */
export const TINT: Rgb = [241, 243, 246];

/** `#rrggbb`, as the theme editor writes colors (an alpha is dropped); null for anything else. */
export function parseColor(text: string): Rgb | null {
  const value = /^#[\da-f]{6}/i.test(text) ? parseInt(text.slice(1, 7), 16) : null;
  return value === null ? null : [value >> 16, (value >> 8) & 255, value & 255];
}

export function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The color itself, or the nearest darker shade of it that can be read as text on a light background. */
export function darkenedFor(color: Rgb, background: Rgb, ratio = 4.5): Rgb {
  let shade = color;
  while (contrast(shade, background) < ratio) {
    const darker = shade.map((channel) => Math.floor(channel * 0.94)) as unknown as Rgb; // map forgets the length
    if (darker.every((channel, index) => channel === shade[index])) break;
    shade = darker;
  }
  return shade;
}

export function css(color: Rgb): string {
  return `rgb(${color.join(" ")})`;
}
