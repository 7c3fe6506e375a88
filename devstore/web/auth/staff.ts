import type { Request, Response } from "express";

/** Somebody with a login to the shop's admin, as Shopify tells an app about them with an online token. */
export type StaffMember = {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  locale: string;
  accountOwner: boolean;
};

/** Whom the admin belongs to until somebody else is switched to. */
export const STAFF_USER: StaffMember = {
  id: 548380009,
  firstName: "Robin",
  lastName: "Marsh",
  email: "robin@example.com",
  locale: "en",
  accountOwner: true,
};

const colleague = (id: number, firstName: string, lastName: string): StaffMember => ({
  id,
  firstName,
  lastName,
  email: `${firstName.toLowerCase()}@example.com`,
  locale: "en",
  accountOwner: false,
});

/** Everybody who works at the shop. Shopify lets each of them into the app; what they may do there is the app's to say. */
export const STAFF: readonly StaffMember[] = [
  STAFF_USER,
  colleague(548380010, "Sam", "Okafor"),
  colleague(548380011, "Kim", "Lindqvist"),
  colleague(548380012, "Noor", "Haddad"),
];

export function staffMember(id: number): StaffMember | null {
  return STAFF.find((one) => one.id === id) ?? null;
}

const COOKIE = "devstore_staff";

/** Whose browser it is. */
export function staffOf(req: Request): StaffMember {
  const [, id] = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d+)`).exec(req.get("cookie") ?? "") ?? [];
  return staffMember(Number(id)) ?? STAFF_USER;
}

/** `name=value` of the cookie that makes a browser somebody's. */
export function staffCookie({ id }: StaffMember): string {
  return `${COOKIE}=${id}`;
}

export function switchStaff(res: Response, member: StaffMember): void {
  res.append("Set-Cookie", `${staffCookie(member)}; Path=/; HttpOnly; SameSite=Lax`);
}
