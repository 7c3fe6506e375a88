import { Box } from "@shopify/polaris";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Connection } from "../../components/inbox/keep-following.ts";
import { deskTexts } from "./desk.texts.ts";

type Props = {
  connection: Connection;
  top: ReactNode;
  brief: ReactNode;
  log: ReactNode;
  composer: ReactNode;
  side: ReactNode;
};

/**
 * Where there is room, the log and what belongs to it stand side by side and scroll by themselves, with the field to write in
 * always at hand, and the brief above the rest; on a phone all is one page, which begins with the brief, and the field stays
 * at its lower edge.
 */
const STYLE = `
  .desk { display: grid; gap: var(--p-space-400); grid-template-columns: minmax(0, 1fr); }
  .desk-main { display: flex; flex-direction: column; min-inline-size: 0; background: var(--p-color-bg-surface);
    border-radius: var(--p-border-radius-300); box-shadow: var(--p-shadow-100); }
  .desk-composer { position: sticky; inset-block-end: 0; z-index: 2; }
  .desk-main [data-pane]:focus-visible { outline: 2px solid var(--p-color-border-focus); outline-offset: -2px; }
  @media (min-width: 64em) {
    .desk { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 22rem; row-gap: 0; block-size: var(--desk-height, 70vh); }
    .desk-main { grid-area: 1 / 1 / span 2; min-block-size: 0; overflow: hidden; }
    .desk-brief { grid-area: 1 / 2; max-block-size: calc(var(--desk-height, 70vh) / 2); overflow-y: auto;
      margin-block-end: var(--p-space-400); }
    .desk-main [data-pane] { flex: 1; min-block-size: 0; overflow-y: auto; }
    .desk-composer { position: static; }
    .desk-side { grid-area: 2 / 2; min-block-size: 0; overflow-y: auto; }
  }`;
/** Pixels: what is lower than this scrolls as a page. */
const LEAST_HEIGHT = 480;
const BELOW = 16;

export function TwoPanes({ connection, top, brief, log, composer, side }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const above = ref.current?.getBoundingClientRect().top ?? 0;
      setHeight(Math.max(LEAST_HEIGHT, window.innerHeight - above - window.scrollY - BELOW));
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return (
    <>
      <style>{STYLE}</style>
      <Box paddingBlockEnd="300" paddingInline={{ xs: "400", sm: "0" }}>
        {top}
      </Box>
      <div
        ref={ref}
        className="desk"
        data-connection={connection}
        style={height === null ? {} : ({ "--desk-height": `${height}px` } as Record<string, string>)}
      >
        {brief !== null && (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls by itself is scrolled by keyboard
          <div className="desk-brief" tabIndex={0} role="region" aria-label={deskTexts.side.brief}>
            {brief}
          </div>
        )}
        <div className="desk-main">
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same */}
          <div data-pane tabIndex={0} role="region" aria-label={deskTexts.live.log}>
            <Box padding="400">{log}</Box>
          </div>
          <div className="desk-composer">{composer}</div>
        </div>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same */}
        <aside className="desk-side" tabIndex={0} aria-label={deskTexts.side.heading}>
          {side}
        </aside>
      </div>
    </>
  );
}
