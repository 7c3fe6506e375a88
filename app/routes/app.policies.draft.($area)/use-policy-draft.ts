import { useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useMemo, useState } from "react";
import { askPolicies, type PolicyOutcome, type TheirDraft } from "../../components/policies/ask-policies.ts";
import type { Policy } from "../../policy/policy.ts";
import type { PolicyProblem } from "../../policy/problems.ts";
import { formOf, type PolicyForm, type ReadForm, readForm } from "./policy-form.ts";
import { texts } from "./texts.ts";

/** What keeps a draft from being saved or published. */
export type Trouble =
  | { kind: "overtaken"; theirs: TheirDraft | null }
  | { kind: "problems"; problems: readonly PolicyProblem[] }
  | { kind: "newer_version"; version: number }
  /** Some fields do not read. */
  | { kind: "unread" }
  | { kind: "failed" };

export type PolicyDraftState = {
  form: PolicyForm;
  read: ReadForm;
  change: (patch: Partial<PolicyForm>) => void;
  isDirty: boolean;
  busy: boolean;
  trouble: Trouble | null;
  clearTrouble: () => void;
  save: () => Promise<number | null>;
  discard: () => void;
  /** Saves what is not saved, then puts it in force. @param anyway over a version that came into force meanwhile */
  publish: (anyway: boolean) => Promise<void>;
  takeTheirs: (theirs: TheirDraft) => void;
  keepMine: (theirs: TheirDraft) => void;
  beginAgain: () => Promise<void>;
};

/**
 * A draft as it is being edited. What is typed lives here alone: neither a failed request nor somebody else's change takes
 * it away.
 */
export function usePolicyDraft(loaded: { policy: Policy; revision: number }): PolicyDraftState {
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [base, setBase] = useState(() => ({ revision: loaded.revision, form: formOf(loaded.policy) }));
  const [form, setForm] = useState(base.form);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const read = useMemo(() => readForm(form), [form]);
  const isDirty = useMemo(() => form !== base.form && JSON.stringify(form) !== JSON.stringify(base.form), [form, base]);

  /** Null: the trouble is told. */
  const accept = (outcome: PolicyOutcome | null): number | null => {
    if (outcome?.kind === "saved") return outcome.revision;
    setTrouble(troubleOf(outcome));
    return null;
  };
  const during = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    setBusy(true);
    setTrouble(null);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  };
  const store = async (): Promise<number | null> => {
    if (read.kind === "invalid") {
      setTrouble({ kind: "unread" });
      return null;
    }
    const asked = { intent: "save", revision: base.revision, policy: read.policy } as const;
    const revision = accept(await askPolicies(asked));
    if (revision === null) return null;
    setBase({ revision, form });
    return revision;
  };

  return {
    form,
    read,
    isDirty,
    busy,
    trouble,
    change: (patch) => setForm((before) => ({ ...before, ...patch })),
    clearTrouble: () => setTrouble(null),
    save: () =>
      during(async () => {
        const revision = await store();
        if (revision !== null) shopify.toast.show(texts.saved);
        return revision;
      }),
    discard: () => {
      setForm(base.form);
      setTrouble(null);
    },
    publish: (anyway) =>
      during(async () => {
        const revision = isDirty ? await store() : base.revision;
        if (revision === null) return;
        if (anyway && accept(await askPolicies({ intent: "goOn", revision })) === null) return;
        const outcome = await askPolicies({ intent: "publish", revision });
        if (outcome?.kind !== "published") {
          setTrouble(troubleOf(outcome));
          return;
        }
        shopify.toast.show(texts.published(outcome.version));
        navigate("/app/policies");
      }),
    takeTheirs: (theirs) => {
      const taken = { revision: theirs.revision, form: formOf(theirs.policy) };
      setBase(taken);
      setForm(taken.form);
      setTrouble(null);
    },
    keepMine: (theirs) => {
      setBase({ revision: theirs.revision, form: formOf(theirs.policy) });
      setTrouble(null);
    },
    beginAgain: () =>
      during(async () => {
        if (read.kind === "invalid") {
          setTrouble({ kind: "unread" });
          return;
        }
        const from = { kind: "written", policy: read.policy } as const;
        const revision = accept(await askPolicies({ intent: "start", from, replacing: null }));
        if (revision !== null) setBase({ revision, form });
      }),
  };
}

function troubleOf(outcome: PolicyOutcome | null): Trouble {
  if (outcome?.kind === "overtaken" || outcome?.kind === "newer_version") return outcome;
  return outcome?.kind === "invalid" ? { kind: "problems", problems: outcome.problems } : { kind: "failed" };
}
