import { BlockStack, FormLayout, Link, Select, Text, TextField } from "@shopify/polaris";
import { FiguresTable } from "../../components/figures-table.tsx";
import { errorOf, Section, withEntry } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { staffTexts } from "../../components/staff/staff.texts.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import { NEWCOMER_ROLES } from "../../staff/limits.ts";
import { may, type Role, ROLES, STAFF_ACTIONS } from "../../staff/may.ts";
import type { ShownPerson } from "./load-team.server.ts";
import type { TeamForm } from "./team-form.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<TeamForm>; currency: string };

const options = (roles: readonly Role[]) => roles.map((value) => ({ value, label: staffTexts.roles[value] }));

export function PeopleCard({ draft, currency, people }: Props & { people: ShownPerson[] }) {
  const words = texts.people;
  return (
    <Section heading={words.heading} text={words.text}>
      <BlockStack as="ul" gap="500">
        {people.map((person) => (
          <li key={person.id} style={{ listStyle: "none" }}>
            <Person draft={draft} currency={currency} person={person} />
          </li>
        ))}
      </BlockStack>
      <Link url="/app/settings/team/audit">{texts.audit}</Link>
      {people.length === 1 && (
        <Text as="p" tone="subdued">
          {words.alone}
        </Text>
      )}
    </Section>
  );
}

function Person({ draft, currency, person }: Props & { person: ShownPerson }) {
  const words = texts.people;
  const { form, change, errors } = draft;
  const { id, name, email, seen, accountOwner, isMe } = person;
  const index = form.members.findIndex((member) => member.id === id);
  const member = form.members[index];
  if (!member) return null;
  const edit = (part: Partial<typeof member>) => change({ members: withEntry(form.members, index, part) });
  const helps: Record<Role, string> = {
    owner: words.noLimit,
    lead: words.asRole,
    agent: words.asRole,
    viewer: words.viewer,
  };
  return (
    <div role="group" aria-label={name}>
      <BlockStack gap="200">
        <BlockStack gap="050">
          <Text as="h3" variant="headingSm" breakWord>
            {isMe ? words.you(name) : name}
          </Text>
          <Text as="p" tone="subdued" variant="bodySm" breakWord>
            {email !== null && `${email} · `}
            <time dateTime={seen.at}>{words.seen(seen.when)}</time>
          </Text>
        </BlockStack>
        <FormLayout>
          <FormLayout.Group condensed>
            <Select
              label={words.role}
              options={options(ROLES)}
              value={member.role}
              disabled={accountOwner}
              onChange={(value) => edit({ role: ROLES.find((role) => role === value) ?? member.role })}
              {...(accountOwner ? { helpText: words.accountOwner } : {})}
              {...errorOf(errors, `members.${index}.role`)}
            />
            <TextField
              label={words.limit(currency)}
              helpText={helps[member.role]}
              value={member.role === "viewer" ? "" : member.limit}
              disabled={member.role === "viewer"}
              onChange={(limit) => edit({ limit })}
              inputMode="decimal"
              autoComplete="off"
              {...errorOf(errors, `members.${index}.limit`)}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </div>
  );
}

export function LimitsCard({ draft: { form, change, errors }, currency }: Props) {
  const words = texts.limits;
  return (
    <Section heading={words.heading} text={words.text}>
      <FormLayout>
        <FormLayout.Group condensed>
          {(["owner", "lead", "agent"] as const).map((role) => (
            <TextField
              key={role}
              label={words.of(role, currency)}
              value={form.limits[role]}
              onChange={(typed) => change({ limits: { ...form.limits, [role]: typed } })}
              inputMode="decimal"
              autoComplete="off"
              {...(role === "owner" ? { helpText: words.owner } : {})}
              {...errorOf(errors, `limits.${role}`)}
            />
          ))}
        </FormLayout.Group>
      </FormLayout>
    </Section>
  );
}

export function NewcomersCard({ draft: { form, change } }: Pick<Props, "draft">) {
  const words = texts.newcomers;
  return (
    <Section heading={words.heading}>
      <Select
        label={words.label}
        helpText={words.help}
        options={options(NEWCOMER_ROLES)}
        value={form.newcomers}
        onChange={(value) => change({ newcomers: NEWCOMER_ROLES.find((role) => role === value) ?? form.newcomers })}
      />
    </Section>
  );
}

/** What each role includes, from the very table that the server asks. */
export function RightsCard() {
  const { heading, action, yes, no, names } = texts.rights;
  const rows = STAFF_ACTIONS.map((one) => [
    names[one],
    ...ROLES.map((role) => (may({ role, limit: null }, one).kind === "yes" ? yes : no)),
  ]);
  return (
    <TitledCard title={heading}>
      <FiguresTable
        short
        caption={heading}
        headings={[action, ...ROLES.map((role) => staffTexts.roles[role])]}
        rows={rows}
      />
    </TitledCard>
  );
}
