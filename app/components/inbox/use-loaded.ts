import { useEffect, useState } from "react";
import type { Asked } from "../settings/use-asked.ts";

/** What a resource of the admin answers, asked for once, and again by the second value. */
export function useLoaded<Answer>(url: string): [Asked<Answer>, () => void] {
  const [tries, setTries] = useState(0);
  const [heard, setHeard] = useState<{ question: string; answer: Asked<Answer> } | null>(null);
  const question = `${url} ${tries}`;
  useEffect(() => {
    const controller = new AbortController();
    const ask = async () => {
      const response = await fetch(url, { signal: controller.signal });
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return (await response.json()) as Answer;
    };
    ask().then(
      (value) => setHeard({ question, answer: { kind: "known", value } }),
      () => !controller.signal.aborted && setHeard({ question, answer: { kind: "failed" } }),
    );
    return () => controller.abort();
  }, [url, question]);
  return [heard?.question === question ? heard.answer : { kind: "waiting" }, () => setTries((before) => before + 1)];
}
