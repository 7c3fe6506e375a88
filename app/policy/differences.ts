import type { PolicyArea } from "./areas.ts";
import { namesWords } from "./field-words.en.ts";
import { POLICY_FIELDS } from "./fields.ts";
import type { PolicyField } from "./fields.ts";
import type { Policy } from "./policy.ts";

/** One field in which two policies differ. `area` is null for what is the whole policy's. */
export type PolicyDifference = { area: PolicyArea | null; words: string };

/**
 * What `after` says otherwise than `before`, in a merchant's words and in the order of the page. Empty where both allow the
 * same: the order of tags and ids means nothing, that of offers does.
 */
export function differencesInWords(before: Policy, after: Policy): PolicyDifference[] {
  return POLICY_FIELDS.flatMap((field) => {
    const words = field.kind === "names" ? ofNames(field, before, after) : ofValue(field, before, after);
    return words === null ? [] : [{ area: field.area, words }];
  });
}

type Of<Kind extends PolicyField["kind"]> = Extract<PolicyField, { kind: Kind }>;

function ofValue({ label, show }: Of<"value">, before: Policy, after: Policy): string | null {
  const [was, is] = [show(before), show(after)];
  return was === is ? null : `${label}: ${is} instead of ${was}`;
}

function ofNames({ label, names }: Of<"names">, before: Policy, after: Policy): string | null {
  const [was, is] = [new Set(names(before)), new Set(names(after))];
  const added = [...is].filter((name) => !was.has(name));
  const dropped = [...was].filter((name) => !is.has(name));
  const parts = [
    ...(added.length > 0 ? [`${namesWords(added)} added`] : []),
    ...(dropped.length > 0 ? [`${namesWords(dropped)} removed`] : []),
  ];
  return parts.length === 0 ? null : `${label}: ${parts.join("; ")}`;
}
