/** A part of the panel that is fetched when it is first needed. */
export type Later<Part> = {
  /** Where it is there already. */
  now: () => Part | null;
  /** The same; else it is fetched, and drawn when it is there. */
  get: () => Part | null;
  need: () => Promise<Part | null>;
};

/** After a part did not get through, in milliseconds; longer each time. */
const RETRY = 1_500;

export function later<Part>(address: string, make: (module: unknown) => Part, redraw: () => void): Later<Part> {
  let part: Part | null = null;
  let loading: Promise<Part | null> | null = null;
  let tries = "";
  const need = () =>
    (loading ??= import(address + tries).then(
      (module: unknown) => {
        part = make(module);
        redraw();
        return part;
      },
      () => {
        // Another address for the next try, as in the loader; it comes with the next drawing that needs it.
        loading = null;
        tries += "#";
        setTimeout(redraw, RETRY * tries.length);
        return null;
      },
    ));
  return {
    now: () => part,
    need,
    get() {
      if (!part) void need();
      return part;
    },
  };
}
