import { Await } from "@remix-run/react";
import { type ReactNode, Suspense, useSyncExternalStore } from "react";

type Props<Value> = {
  value: Promise<Value>;
  /** While the value is on its way. */
  waiting: ReactNode;
  /** When it never comes: the connection was cut, or the page took too long. */
  failed: ReactNode;
  children: (value: Value) => ReactNode;
};

const neverChanges = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;

/**
 * Shows what arrives after the page. It begins in the browser alone: Polaris sets its contexts again right after
 * hydration, and React throws away a streamed part that is updated before it is hydrated.
 */
export function Deferred<Value>({ value, waiting, failed, children }: Props<Value>) {
  const hydrated = useSyncExternalStore(neverChanges, inBrowser, onServer);
  if (!hydrated) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Await resolve={value} errorElement={failed}>
        {(resolved) => children(resolved)}
      </Await>
    </Suspense>
  );
}
