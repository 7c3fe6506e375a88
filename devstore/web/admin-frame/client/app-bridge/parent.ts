import { type AppMessage, type FrameMessage, type Question, type Questions, seal, unseal } from "../protocol.ts";

const ANSWER_TIMEOUT_MS = 10_000;
/** These wait for a person. */
const ASKS_PEOPLE: ReadonlySet<Question> = new Set(["leaveConfirmation", "resources"]);

/** The line to the admin frame around the app. */
export type Parent = {
  tell: (message: AppMessage) => void;
  ask: <Asked extends Question>(
    question: Asked,
    given: Questions[Asked]["given"],
  ) => Promise<Questions[Asked]["answer"]>;
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
    ask: <Asked extends Question>(question: Asked, given: Questions[Asked]["given"]) =>
      new Promise<Questions[Asked]["answer"]>((resolve, reject) => {
        const id = ++questions;
        const giveUp = () => {
          waiting.delete(id);
          reject(new Error(`The admin did not answer ${question}.`));
        };
        const timer = ASKS_PEOPLE.has(question) ? undefined : setTimeout(giveUp, ANSWER_TIMEOUT_MS);
        waiting.set(id, (value) => {
          clearTimeout(timer);
          resolve(value as Questions[Asked]["answer"]);
        });
        // Question and what is given with it belong together by the signature.
        tell({ type: "ask", id, question, given } as AppMessage);
      }),
  };
}
