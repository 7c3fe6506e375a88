import { json } from "../platform/http.server.ts";
import { log } from "../platform/log.server.ts";
import { authenticateAdmin } from "../shopify/authenticate-admin.server.ts";
import { admitStaff } from "./admit-staff.server.ts";
import type { Person } from "./audit.ts";
import { may, type Role, type StaffAction } from "./may.ts";
import { type NotAllowed, NOT_ALLOWED } from "./not-allowed.ts";
import { personOf, type Staff } from "./staff.ts";

export type StaffRequest = {
  shop: string;
  session: Awaited<ReturnType<typeof authenticateAdmin>>["session"];
  staff: Staff;
  /** As the ledger and the audit keep them. */
  by: Person;
};

/**
 * Lets a request of somebody through who may do what it is for, by their role as of now; every loader and action under `/app`
 * begins with it. How much they may approve is for whoever knows the amount.
 *
 * @throws Response 403 with what is missing, or what `authenticateAdmin` throws
 */
export async function requireStaff(request: Request, action: StaffAction): Promise<StaffRequest> {
  const { session, sessionToken } = await authenticateAdmin(request);
  const { shop } = session;
  const staff = await admitStaff(shop, sessionToken.sub, rawToken(request));
  refuseUnless(staff, action);
  return { shop, session, staff, by: personOf(staff) };
}

/**
 * The same for what is known of a request only after it was read.
 * @throws Response 403
 */
export function refuseUnless(staff: Staff, action: StaffAction): void {
  const allowed = may(staff, action);
  if (allowed.kind !== "no") return;
  log.info({ action, role: staff.role }, "somebody asked for what their role may not do");
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  throw notAllowed(staff.role, allowed.roles);
}

function notAllowed(role: Role, roles: readonly Role[]): Response {
  const error: NotAllowed = { code: NOT_ALLOWED, message: "Your role does not allow this.", role, roles };
  return json({ error }, 403);
}

/** The session token that was verified: App Bridge sends it along, or Shopify puts it into the address of a page. */
function rawToken(request: Request): string {
  const header = request.headers.get("authorization")?.replace(/^Bearer /i, "");
  return header ?? new URL(request.url).searchParams.get("id_token") ?? "";
}
