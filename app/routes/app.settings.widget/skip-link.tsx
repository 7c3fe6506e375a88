import { type ReactNode, useState } from "react";

const UNSEEN = { position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" } as const;

/** For keyboards: past what takes many stops, to the element with the id. It is seen while it has the focus. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  const [reached, setReached] = useState(false);
  return (
    <a
      href={`#${to}`}
      style={reached ? {} : UNSEEN}
      onFocus={() => setReached(true)}
      onBlur={() => setReached(false)}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      {children}
    </a>
  );
}
