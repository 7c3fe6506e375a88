/** A text as a stream would bring it: one sentence, list line or paragraph break at a time; joined they are the text. */
export function chunks(text: string): string[] {
  return (
    text.match(/[^\n]*?(?:[.!?…\u3002\uff1f\uff01]["')\]*]*(?:\s+|$)|\n+|$)/gu)?.filter((chunk) => chunk !== "") ?? []
  );
}
