import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerJson, readJson } from "../../platform/http.server.ts";
import { streamLines } from "../../platform/lines.server.ts";
import type { CaseRun } from "../../playground/run-case.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { runOne } from "./run-one.server.ts";

const schema = z.object({ id: z.uuid(), policy: z.string().max(40) });

/** Runs one test case; its one line comes when it is through. Who goes away has cancelled it. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await requireStaff(request, "try_agent");
  return answerJson(async () => {
    const asked = await readJson(request, schema);
    const failed: CaseRun = { kind: "trouble", why: "unavailable" };
    return streamLines<CaseRun | { kind: "gone" }>(
      async (send, signal) => send(await runOne(session.shop, asked, signal)),
      failed,
      request.signal,
    );
  });
}
