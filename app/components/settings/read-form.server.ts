import { z } from "zod";

const versionSchema = z.iso.datetime().nullable();

/**
 * What an editor's page sent: a form with the version it was loaded with. Null for what no page sends.
 *
 * @param schema the form's shape; what its fields hold is judged afterwards, so that errors can be shown next to them
 */
export async function readForm<Form>(
  request: Request,
  schema: z.ZodType<Form>,
): Promise<{ form: Form; version: string | null } | null> {
  const body: unknown = await request.json().catch(() => null);
  const read = z.object({ form: schema, version: versionSchema }).safeParse(body);
  return read.success ? read.data : null;
}
