import { shopTime } from "../../components/shop-time.ts";
import { may } from "../../staff/may.ts";
import { calledBy, type Staff } from "../../staff/staff.ts";
import { readTeam } from "../../staff/team.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { teamForm } from "./team-form.ts";

export type ShownPerson = {
  id: string;
  name: string;
  /** For those who may change roles alone. */
  email: string | null;
  seen: { at: string; when: string };
  accountOwner: boolean;
  isMe: boolean;
};

/** The team in words, with the form to edit it. */
export async function loadTeam(shop: string, staff: Staff) {
  const { currency, timeZone } = await shopProfile(shop);
  const { value, version } = await readTeam(shop, currency);
  const when = shopTime(timeZone);
  const seesEmails = may(staff, "manage_team").kind === "yes";
  const people = value.members.map((member): ShownPerson => {
    const at = member.lastSeenAt.toISOString();
    return {
      id: member.id,
      name: calledBy(member),
      email: seesEmails ? member.email : null,
      seen: { at, when: when(at) },
      accountOwner: member.accountOwner,
      isMe: member.id === staff.id,
    };
  });
  return { form: teamForm(value, currency), version, people, currency };
}
