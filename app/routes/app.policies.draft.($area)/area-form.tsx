import { isReason, type PolicyArea } from "../../policy/areas.ts";
import { ExclusionsForm, NeverForm, VipForm } from "./common-forms.tsx";
import { LimitsForm, RefundsForm, ReturnsForm } from "./money-forms.tsx";
import type { PolicyForm } from "./policy-form.ts";
import { ReasonForm } from "./reason-form.tsx";

/** What is wrong with a field, by its path in the part of the document that a form edits. */
export type ErrorAt = (...path: (string | number)[]) => string | undefined;

export type PartProps = {
  form: PolicyForm;
  change: (patch: Partial<PolicyForm>) => void;
  /** By the whole document's paths. */
  error: ErrorAt;
};

/** The controls of one area. */
export function AreaForm({ area, form, change, error }: PartProps & { area: PolicyArea }) {
  const part = { form, change, error };
  if (isReason(area)) {
    const terms = form.reasons[area];
    return (
      <ReasonForm
        key={area}
        reason={area}
        form={terms}
        currency={form.currency}
        change={(patch) => change({ reasons: { ...form.reasons, [area]: { ...terms, ...patch } } })}
        error={(...path) => error("reasons", area, ...path)}
      />
    );
  }
  const Form = FORMS[area];
  return <Form {...part} />;
}

const FORMS = {
  returns: ReturnsForm,
  refunds: RefundsForm,
  limits: LimitsForm,
  exclusions: ExclusionsForm,
  vip: VipForm,
  never: NeverForm,
};
