/**
 * Keeps the end of the conversation in sight while the reader is there, and leaves the reader alone elsewhere. The
 * panel's elements come and go, so they are looked up each time.
 */

/** Pixels from the end within which the reader counts as being there. */
const NEAR = 24;

export type Scroll = {
  /** After each drawing; `count` is how much has been said. Answers whether something new is out of sight. */
  follow: (count: number) => boolean;
  toEnd: () => void;
};

export function createScroll(panel: HTMLElement): Scroll {
  let atEnd = true;
  let missed = false;
  let known = 0;

  const box = () => panel.querySelector(".scroll");
  const settle = () => {
    const scroller = box();
    if (scroller && atEnd) scroller.scrollTop = scroller.scrollHeight;
  };
  panel.addEventListener(
    "scroll",
    () => {
      const scroller = box();
      if (!scroller) return;
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
      if (atEnd) missed = false;
    },
    true,
  );
  // A keyboard or a sheet takes room away: what was in sight at the end stays in sight.
  new ResizeObserver(settle).observe(panel);

  return {
    follow(count) {
      settle();
      missed = !atEnd && (missed || count > known);
      known = count;
      return missed;
    },
    toEnd() {
      atEnd = true;
      missed = false;
      settle();
    },
  };
}
