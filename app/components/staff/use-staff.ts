import { useRouteLoaderData } from "@remix-run/react";
import { may, type StaffAction } from "../../staff/may.ts";
import type { Staff } from "../../staff/staff.ts";
import { staffTexts } from "./staff.texts.ts";

/** The frame of all pages loads who has the app open, anew with every page. */
function useStaff(): Staff | null {
  const frame = useRouteLoaderData<{ staff: Staff }>("routes/app");
  return frame?.staff ?? null;
}

/**
 * Why whoever has the app open may not do something, for people; null where they may. It is said where the thing would be
 * done. The server asks again: this is for being told in time.
 */
export function useRefusal(action: StaffAction): string | null {
  const staff = useStaff();
  const allowed = staff && may(staff, action);
  return allowed?.kind === "no" ? staffTexts.only(action, allowed.roles) : null;
}
