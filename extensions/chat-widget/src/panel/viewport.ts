/**
 * On small screens the panel covers the screen. There the on-screen keyboard does not shrink the page but lies over it,
 * so the panel takes its height from the part that can be seen, and the page behind must not scroll.
 */
export type FullScreen = { is: () => boolean; enter: () => void; leave: () => void };

export function fullScreen(panel: HTMLElement, onChange: () => void): FullScreen {
  const small = matchMedia("(max-width: 480px), (max-height: 420px)");
  const page = document.documentElement.style;
  let overflow: string | null = null;
  let shown = false;

  const fit = () => {
    const seen = window.visualViewport;
    if (!seen || !shown) return;
    panel.style.setProperty("--h", `${seen.height}px`);
    panel.style.setProperty("--top", `${seen.offsetTop}px`);
  };
  const lock = () => {
    const wanted = shown && small.matches;
    if (wanted && overflow === null) [overflow, page.overflow] = [page.overflow, "hidden"];
    if (!wanted && overflow !== null) [page.overflow, overflow] = [overflow, null];
  };
  const change = () => {
    fit();
    lock();
    onChange();
  };

  visualViewport?.addEventListener("resize", fit);
  visualViewport?.addEventListener("scroll", fit);
  small.addEventListener("change", change);
  return {
    is: () => small.matches,
    enter() {
      shown = true;
      change();
    },
    leave() {
      shown = false;
      lock();
    },
  };
}
