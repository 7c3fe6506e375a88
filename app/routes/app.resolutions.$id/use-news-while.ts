import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

const FIRST_MS = 1_000;
/** Longer than any execution that goes well; what takes longer waits for somebody outside. */
const MOST_LOOKS = 6;

/** Looks again, more and more seldom, while something is under way that ends without anybody's doing. */
export function useNewsWhile(underWay: boolean, id: string): void {
  const { revalidate, state } = useRevalidator();
  const looks = useRef(0);
  useEffect(() => {
    looks.current = 0;
  }, [id, underWay]);
  useEffect(() => {
    if (!underWay || state !== "idle" || looks.current >= MOST_LOOKS) return;
    const timer = setTimeout(
      () => {
        looks.current += 1;
        revalidate();
      },
      FIRST_MS * 2 ** looks.current,
    );
    return () => clearTimeout(timer);
  }, [underWay, state, revalidate, id]);
}
