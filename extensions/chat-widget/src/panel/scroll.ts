/**
 * Keeps what is new in sight while the reader is there, and leaves the reader alone elsewhere. An answer that is longer
 * than the panel is shown from its question on, not from its end. The panel's elements come and go, so they are looked
 * up each time.
 */

/** Pixels within which the reader counts as being there. */
const NEAR = 24;
/** Pixels kept free above the question. */
const ABOVE = 12;

export type Scroll = {
  /** After each drawing; `count` is how much has been said. Answers whether something new is out of sight. */
  follow: (count: number) => boolean;
  /** To the shopper's newest message and what comes after it, as far as there is room. */
  toQuestion: () => void;
  toEnd: () => void;
};

export function createScroll(panel: HTMLElement): Scroll {
  let mode: "question" | "end" | "free" = "question";
  let missed = false;
  let known = 0;

  const box = () => panel.querySelector(".scroll");
  const endOf = (scroller: Element) => scroller.scrollHeight - scroller.clientHeight;
  const restOf = (scroller: Element) => {
    const question = mode === "question" ? [...scroller.querySelectorAll(".own")].at(-1) : undefined;
    if (!question) return endOf(scroller);
    const top = question.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    return Math.min(endOf(scroller), scroller.scrollTop + top - ABOVE);
  };
  /** Beside its question an answer is missed only where not even its beginning is in sight. */
  const isNewestHidden = (scroller: Element) => {
    const newest = mode === "question" ? [...scroller.querySelectorAll(".msg, .card, .note")].at(-1) : undefined;
    if (!newest) return endOf(scroller) - scroller.scrollTop >= NEAR;
    return newest.getBoundingClientRect().top > scroller.getBoundingClientRect().bottom - NEAR;
  };
  const settle = () => {
    const scroller = box();
    if (scroller && mode !== "free") scroller.scrollTop = restOf(scroller);
  };
  panel.addEventListener(
    "scroll",
    () => {
      const scroller = box();
      if (!scroller) return;
      const atEnd = endOf(scroller) - scroller.scrollTop < NEAR;
      if (atEnd) missed = false;
      if (Math.abs(restOf(scroller) - scroller.scrollTop) >= NEAR) mode = atEnd ? "end" : "free";
      else if (atEnd && mode === "free") mode = "end";
    },
    true,
  );
  // A keyboard or a sheet takes room away: what was in sight stays in sight.
  new ResizeObserver(settle).observe(panel);

  return {
    follow(count) {
      settle();
      const scroller = box();
      const hidden = scroller !== null && isNewestHidden(scroller);
      missed = hidden && (missed || count > known);
      known = count;
      return missed;
    },
    toQuestion() {
      mode = "question";
      missed = false;
      settle();
    },
    toEnd() {
      mode = "end";
      missed = false;
      settle();
    },
  };
}
