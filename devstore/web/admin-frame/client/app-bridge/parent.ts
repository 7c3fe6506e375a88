import { type AppMessage, type FrameMessage, type Questions, seal, unseal } from "../protocol.ts";

const ANSWER_TIMEOUT_MS = 10_000;

/** The line to the admin frame around the app. */
export type Parent = {
  tell: (message: AppMessage) => void;
  ask: <Question extends keyof Questions>(question: Question) => Promise<Questions[Question]>;
  hear: (listener: (message: FrameMessage) => void) => void;
};

/** @param origin the admin's origin, which is the one this script came from */
export function connectToParent(origin: string): Parent {
  const listeners: ((message: FrameMessage) => void)[] = [];
  const waiting = new Map<number, (value: unknown) => void>();
  let questions = 0;
  const tell = (message: AppMessage) => window.parent.postMessage(seal(message), origin);

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== origin) return;
    const message = unseal(event.data) as FrameMessage | null;
    if (!message) return;
    if (message.type === "answer") {
      waiting.get(message.id)?.(message.value);
      waiting.delete(message.id);
    } else {
      for (const listener of listeners) listener(message);
    }
  });

  return {
    tell,
    hear: (listener) => void listeners.push(listener),
    ask: <Question extends keyof Questions>(question: Question) =>
      new Promise<Questions[Question]>((resolve, reject) => {
        const id = ++questions;
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`The admin did not answer ${question}.`));
        }, ANSWER_TIMEOUT_MS);
        waiting.set(id, (value) => {
          clearTimeout(timer);
          resolve(value as Questions[Question]);
        });
        tell({ type: "ask", id, question });
      }),
  };
}
