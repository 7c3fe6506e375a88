import { fieldErrors } from "../../components/settings/field-errors.ts";
import type { SaveAnswer } from "../../components/settings/use-draft.ts";
import { testCaseSchema } from "../../playground/test-case.ts";
import { saveCase } from "../../playground/test-cases.server.ts";
import { type CaseForm, formOfCase } from "./case-form.ts";

/** Saves an edited test case, or says at which field it does not read. */
export async function saveForm(
  shop: string,
  id: string,
  { form, version }: { form: CaseForm; version: string },
  by: string,
): Promise<SaveAnswer<CaseForm>> {
  const read = testCaseSchema.safeParse(form);
  if (!read.success) {
    // What only this form asks for says so itself.
    const own = (_: string, issue: { code: string; message: string }) =>
      issue.code === "custom" ? issue.message : undefined;
    return { kind: "invalid", errors: fieldErrors(read.error, own) };
  }
  const saved = await saveCase(shop, id, read.data, version, by);
  if (saved.kind === "saved") return { ...saved, form: formOfCase(read.data) };
  return saved.kind === "full" ? { kind: "failed" } : saved;
}
