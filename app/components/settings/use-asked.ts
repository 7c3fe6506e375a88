import { useEffect, useState } from "react";

/** What the server answers while a page is being edited. `asked` is the question that the answer is for. */
export type Asked<Answer> = { kind: "waiting" } | { kind: "failed" } | { kind: "known"; value: Answer };

const TYPING_MS = 400;

/**
 * Asks the server anew once a question has stayed the same for a moment. By `fetch`, to which App Bridge adds the session
 * token, because an action of Remix would load the page's data again each time.
 *
 * @param body what to post; null to get
 */
export function useAsked<Answer>(url: string, body: string | null = null): Asked<Answer> {
  const question = `${url} ${body ?? ""}`;
  const [heard, setHeard] = useState<{ question: string; answer: Asked<Answer> } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const ask = async () => {
      const init = body === null ? {} : { method: "POST", body, headers: { "Content-Type": "application/json" } };
      const response = await fetch(url, { ...init, signal: controller.signal });
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return (await response.json()) as Answer;
    };
    const timer = setTimeout(() => {
      ask().then(
        (value) => setHeard({ question, answer: { kind: "known", value } }),
        () => !controller.signal.aborted && setHeard({ question, answer: { kind: "failed" } }),
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [url, body, question]);
  return heard?.question === question ? heard.answer : { kind: "waiting" };
}
