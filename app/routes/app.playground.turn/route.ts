import type { ActionFunctionArgs } from "@remix-run/node";
import { answerJson, readJson } from "../../platform/http.server.ts";
import { streamLines } from "../../platform/lines.server.ts";
import type { Frame } from "../../playground/frames.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { takeTurn } from "./take-turn.server.ts";
import { MOST_BYTES, turnSchema } from "./turn-schema.ts";

/** One turn of the playground: the conversation so far in, `Frame`s out as they come, a line each. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await requireStaff(request, "try_agent");
  return answerJson(async () => {
    const asked = await readJson(request, turnSchema, MOST_BYTES);
    const failed: Frame = { kind: "trouble", why: "unavailable" };
    return streamLines<Frame>((send, signal) => takeTurn(session.shop, asked, send, signal), failed, request.signal);
  });
}
