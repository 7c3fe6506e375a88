import type { PolicyOutcome, TheirDraft } from "../../components/policies/ask-policies.ts";
import { currencyProblems } from "../../components/policies/currency-problems.ts";
import { shopTime } from "../../components/shop-time.ts";
import { parsePolicy, readPolicy } from "../../policy/parse-policy.ts";
import type { Policy } from "../../policy/policy.ts";
import { presetPolicy } from "../../policy/presets.ts";
import { problems, type PolicyProblem } from "../../policy/problems.ts";
import { policyFor } from "../../resolutions/policies.server.ts";
import {
  discardDraft,
  type PolicyDraft,
  publishDraft,
  readDraft,
  rebaseDraft,
  type Saved,
  saveDraft,
  startDraft,
} from "../../resolutions/policy-drafts.server.ts";
import { policyVersion } from "../../resolutions/policy-versions.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { type AuditDetails, deed, type Person } from "../../staff/audit.ts";
import type { AskedChange, AskedSource } from "./change-schema.ts";

/** @param by who asks, as versions and drafts keep it */
export async function change(shop: string, by: Person, asked: AskedChange): Promise<PolicyOutcome> {
  const { currency, timeZone } = await shopProfile(shop);
  const theirs = (draft: PolicyDraft | null): TheirDraft | null =>
    draft && {
      policy: draft.policy,
      revision: draft.revision,
      by: draft.updatedBy,
      when: shopTime(timeZone)(draft.updatedAt.toISOString()),
    };
  const overtaken = (draft: PolicyDraft | null): PolicyOutcome => ({ kind: "overtaken", theirs: theirs(draft) });
  const told = (saved: Saved): PolicyOutcome => (saved.kind === "saved" ? saved : overtaken(saved.draft));
  switch (asked.intent) {
    case "start": {
      const source = await readSource(shop, currency, asked.from);
      if (source.kind !== "ok") return source;
      return told(
        await startDraft(
          shop,
          source.policy,
          by.name,
          asked.replacing,
          deed(by, "policy_draft_started", "", startedFrom(asked.from)),
        ),
      );
    }
    case "save": {
      const read = readPolicy(asked.policy);
      if (read.kind === "invalid") return read;
      return told(await saveDraft(shop, asked.revision, read.policy, by.name, deed(by, "policy_draft_saved")));
    }
    case "discard":
      return (await discardDraft(shop, asked.revision, deed(by, "policy_draft_discarded")))
        ? { kind: "discarded" }
        : overtaken(await readDraft(shop));
    case "goOn":
      return (await rebaseDraft(shop, asked.revision))
        ? { kind: "saved", revision: asked.revision }
        : overtaken(await readDraft(shop));
    case "publish": {
      const draft = await readDraft(shop);
      if (draft?.revision !== asked.revision) return overtaken(draft);
      const found = [...currencyProblems(draft.policy, currency), ...problems(draft.policy)];
      if (found.some(({ level }) => level === "error")) return { kind: "invalid", problems: found };
      const published = await publishDraft(
        shop,
        asked.revision,
        by.name,
        deed(by, "policy_published", "", { version: draft.basedOn + 1 }),
      );
      return published.kind === "overtaken" ? overtaken(published.draft) : published;
    }
  }
}

/** What a draft began with, as the audit keeps it: of what was imported or written no text. */
function startedFrom(from: AskedSource): AuditDetails {
  switch (from.kind) {
    case "preset":
      return { from: "preset", preset: from.preset };
    case "version":
      return { from: "version", version: from.version };
    case "force":
    case "import":
    case "written":
      return { from: from.kind };
  }
}

type Source =
  { kind: "ok"; policy: Policy } | { kind: "invalid"; problems: readonly PolicyProblem[] } | { kind: "not_found" };

async function readSource(shop: string, currency: string, from: AskedSource): Promise<Source> {
  switch (from.kind) {
    case "force":
      return { kind: "ok", policy: (await policyFor(shop, currency, true)).policy };
    case "preset":
      return { kind: "ok", policy: presetPolicy(from.preset, currency) };
    case "version": {
      const found = await policyVersion(shop, from.version);
      return found ? { kind: "ok", policy: found.policy } : { kind: "not_found" };
    }
    case "import": {
      const parsed = parsePolicy(from.text);
      if (parsed.kind === "invalid") return parsed;
      const wrong = currencyProblems(parsed.policy, currency);
      return wrong.length > 0 ? { kind: "invalid", problems: wrong } : parsed;
    }
    case "written":
      return readPolicy(from.policy);
  }
}
