import { moneyText, readMoneyText } from "../../components/money-text.ts";
import { amountWords } from "../../policy/field-words.en.ts";
import { type Policy, policySchema } from "../../policy/policy.ts";
import { texts } from "./texts.ts";

type Formed<Value> = Value extends number
  ? string
  : Value extends readonly (infer One)[]
    ? Formed<One>[]
    : Value extends object
      ? { [Key in keyof Value]: Formed<Value[Key]> }
      : Value;

/** A policy as it is typed: every number is the text of its field, amounts as decimals of the policy's currency. */
export type PolicyForm = Formed<Policy>;
export type OfferForm = Formed<Policy["reasons"]["damaged"]["offers"][number]>;
export type ReasonForm = Formed<Policy["reasons"]["damaged"]>;

export type FieldError = { path: readonly (string | number)[]; message: string };
export type ReadForm = { kind: "ok"; policy: Policy } | { kind: "invalid"; errors: FieldError[] };

/** What a name of the document holds is the same wherever it stands. */
const AMOUNTS = new Set([
  "autoUpTo",
  "approvalUpTo",
  "goodsBackAbove",
  "above",
  "fee",
  "amount",
  "orderTotalAbove",
  "absorbUpTo",
]);
const NUMBERS = new Set([
  "version",
  "percent",
  "lateByWorkingDays",
  "windowDays",
  "waitWorkingDays",
  "restockingPercent",
  "storeCreditBonusPercent",
  "days",
  "count",
  "autoLimitPercent",
  "extraWindowDays",
]);

export function formOf(policy: Policy): PolicyForm {
  return typed(policy, "", policy.currency) as PolicyForm;
}

function typed(value: unknown, key: string, currency: string): unknown {
  if (typeof value === "number") return AMOUNTS.has(key) ? moneyText(value, currency) : String(value);
  if (Array.isArray(value)) return value.map((one) => typed(one, key, currency));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typed(inner, name, currency)]));
}

/** The policy that is typed, or what is wrong with which field. Contradictions between fields are `problems`' to find. */
export function readForm(form: PolicyForm): ReadForm {
  const errors: FieldError[] = [];
  const document = untyped(form, [], form.currency, errors);
  if (errors.length > 0) return { kind: "invalid", errors };
  const parsed = policySchema.safeParse(document);
  if (parsed.success) return { kind: "ok", policy: parsed.data };
  return {
    kind: "invalid",
    errors: parsed.error.issues.map((issue) => {
      const path = issue.path.filter((key) => typeof key !== "symbol");
      return {
        path,
        message: messageOf(issue, String(path.findLast((key) => typeof key === "string")), form.currency),
      };
    }),
  };
}

function untyped(value: unknown, path: (string | number)[], currency: string, errors: FieldError[]): unknown {
  const key = String(path.at(-1));
  if (typeof value === "string" && AMOUNTS.has(key)) {
    const minor = readMoneyText(value, currency);
    if (minor === null) errors.push({ path, message: texts.errors.amount(currency) });
    return minor;
  }
  if (typeof value === "string" && NUMBERS.has(key)) {
    if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value);
    errors.push({ path, message: texts.errors.number });
    return null;
  }
  if (Array.isArray(value)) return value.map((one, index) => untyped(one, [...path, index], currency, errors));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, untyped(inner, [...path, name], currency, errors)]),
  );
}

type Issue = { code?: string; message: string; maximum?: unknown; minimum?: unknown; origin?: unknown };

function messageOf(issue: Issue, key: string, currency: string): string {
  const shown = (limit: unknown): string =>
    AMOUNTS.has(key) ? amountWords(Number(limit), { currency }) : Number(limit).toLocaleString("en-US");
  const { errors } = texts;
  if (issue.origin === "string" && issue.code === "too_small") return errors.empty;
  if (issue.origin === "string" && issue.code === "too_big") return errors.long(shown(issue.maximum));
  if (issue.origin === "array" && issue.code === "too_big") return errors.many(shown(issue.maximum));
  if (issue.code === "too_small") return errors.least(shown(issue.minimum));
  if (issue.code === "too_big") return errors.most(shown(issue.maximum));
  return key === "labelUrl" ? errors.link : issue.message;
}
