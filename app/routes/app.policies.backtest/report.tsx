import { BlockStack, Link, Text } from "@shopify/polaris";
import { TitledCard } from "../../components/titled-card.tsx";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import { trialPath } from "../../components/trial-path.ts";
import { formatMoney } from "../../orders/money.ts";
import { MONEY_WHEN, moneyDifference, OUTCOMES } from "../../policy/backtest-report.ts";
import type { BacktestExample, BacktestReport } from "../../policy/backtest-report.ts";
import { FiguresTable } from "../../components/figures-table.tsx";
import { texts } from "./texts.ts";

type Props = {
  report: BacktestReport;
  /** What the two policies are called, and the second as addresses have it. */
  names: { before: string; after: string };
  after: string;
};

/** What a backtest found, also while it still runs. */
export function Report({ report, names, after }: Props) {
  const { easier, harder } = report;
  return (
    <BlockStack gap="400">
      <TitledCard title={texts.summary.heading}>
        <Text as="p" fontWeight="semibold">
          {easier.count + harder.count === 0 ? texts.summary.same : texts.summary.moved(easier.count, harder.count)}
        </Text>
        <Text as="p" tone="subdued">
          {texts.summary.each}
        </Text>
      </TitledCard>
      <TitledCard title={texts.outcomes.heading}>
        <FiguresTable
          caption={texts.outcomes.heading}
          headings={[texts.outcomes.column, names.before, names.after, texts.outcomes.difference]}
          rows={outcomeRows(report)}
        />
      </TitledCard>
      <Money report={report} names={names} />
      <Examples title={texts.examples.easier} of={easier} policy={after} />
      <Examples title={texts.examples.harder} of={harder} policy={after} />
    </BlockStack>
  );
}

function outcomeRows({ before, after }: BacktestReport): string[][] {
  return OUTCOMES.map((outcome) => {
    const [was, is] = [before.outcomes[outcome], after.outcomes[outcome]];
    const difference = texts.signed(is - was, texts.number(Math.abs(is - was)));
    return [texts.outcomes.kinds[outcome], texts.number(was), texts.number(is), difference];
  });
}

function Money({ report, names }: Pick<Props, "report" | "names">) {
  const rows = MONEY_WHEN.flatMap((when) =>
    Object.entries(moneyDifference(report, when)).map(([currency, difference]) => {
      const words = (minor: number) => formatMoney({ minor, currency }, "en-US");
      return [
        `${texts.money.when[when]} (${currency})`,
        words(report.before.money[when][currency] ?? 0),
        words(report.after.money[when][currency] ?? 0),
        texts.signed(difference, words(Math.abs(difference))),
      ];
    }),
  );
  return (
    <TitledCard title={texts.money.heading}>
      {rows.length === 0 ? (
        <Text as="p">{texts.money.none}</Text>
      ) : (
        <FiguresTable
          caption={texts.money.heading}
          headings={[texts.money.column, names.before, names.after, texts.outcomes.difference]}
          rows={rows}
        />
      )}
      <Text as="p" tone="subdued" variant="bodySm">
        {texts.money.note}
      </Text>
    </TitledCard>
  );
}

function Examples({ title, of, policy }: { title: string; of: BacktestReport["easier"]; policy: string }) {
  const first = texts.examples.first(of.examples.length, of.count);
  return (
    <TitledCard title={title}>
      {of.examples.length === 0 && <Text as="p">{texts.examples.none}</Text>}
      {first !== null && (
        <Text as="p" tone="subdued">
          {first}
        </Text>
      )}
      <ul style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: "var(--p-space-300)" }}>
        {of.examples.map((example, index) => (
          <li key={index}>
            <Example example={example} policy={policy} />
          </li>
        ))}
      </ul>
    </TitledCard>
  );
}

function Example({ example, policy }: { example: BacktestExample; policy: string }) {
  const { orderName, items, request, before, after, source } = example;
  const { kinds } = texts.outcomes;
  const path = trialPath({
    ...{ orderName, items, policy, reason: request.reason, wanted: request.wanted, destination: request.destination },
    ...{ photo: request.evidence.photos > 0, description: request.evidence.description },
  });
  return (
    <BlockStack gap="050">
      <Link url={path}>{texts.examples.of(orderName, resolutionTexts.reasons[request.reason], items)}</Link>
      <Text as="p" breakWord>
        {kinds[before.outcome]} → {kinds[after.outcome]}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm" breakWord>
        {before.said} → {after.said} · {texts.examples.sources[source]}
      </Text>
    </BlockStack>
  );
}
