import { staffTexts } from "../staff/staff.texts.ts";
import { formatMoney } from "../../orders/money.ts";
import type { Allowance, StaffAction } from "../../staff/may.ts";
import type { Question } from "./decision-modal.tsx";
import type { Shown } from "./load-resolution.server.ts";
import { texts } from "./resolution-page.texts.ts";

const words = texts.decide;

/** A decision that could be taken now; `refusal` says why it is not for whoever looks at it, null where it is. */
export type Choice = { question: Question; refusal: string | null };

/** What can be decided about a resolution as it stands, what is asked first, and by whom it cannot be. */
export function choicesFor(shown: Shown): Choice[] {
  if (shown.state === "awaiting_approval") return approvalChoices(shown);
  return shown.state === "needs_attention" ? attentionChoices(shown) : [];
}

function approvalChoices(shown: Shown): Choice[] {
  const { title, orderName, language, allowed, divisible } = shown;
  const { approve, approveLess, refuse } = words;
  const help = refuse.help(language);
  const most = divisible && formatMoney(divisible, "en-US");
  const less: Choice[] =
    divisible === null || most === null
      ? []
      : [
          {
            question: {
              ...approveLess,
              kind: "approveLess",
              text: [approveLess.text(most), approveLess.then],
              field: { label: approveLess.label, help },
              below: divisible,
              critical: false,
            },
            refusal: lessRefusal(shown),
          },
        ];
  return [
    {
      question: {
        ...approve,
        kind: "approve",
        text: [approve.text(`${title}, order ${orderName},`), approve.then],
        field: null,
        below: null,
        critical: false,
      },
      refusal: approveRefusal(shown),
    },
    ...less,
    {
      question: {
        ...refuse,
        kind: "refuse",
        text: [refuse.text],
        field: { label: refuse.label, help },
        below: null,
        critical: true,
      },
      refusal: refusalOf("refuse", allowed.refuse),
    },
  ];
}

function attentionChoices({ partDone, toldByHand, allowed }: Shown): Choice[] {
  const { retry, markDone, markNotDone } = words;
  const field = { label: words.note, help: null };
  const settling = refusalOf("settle_by_hand", allowed.settle);
  const plain = { below: null, critical: false } as const;
  const told = (state: keyof typeof toldByHand) => words.told(toldByHand[state]);
  return [
    {
      question: { ...retry, ...plain, kind: "retry", text: [retry.text], field: null },
      refusal: refusalOf("retry", allowed.retry),
    },
    {
      question: { ...markDone, ...plain, kind: "markDone", text: [markDone.text, told("succeeded")], field },
      refusal: settling,
    },
    {
      question: {
        action: markNotDone.action,
        title: markNotDone.title,
        kind: "markNotDone",
        text: [partDone ? markNotDone.held : markNotDone.free, told("failed")],
        field,
        below: null,
        critical: true,
      },
      refusal: settling,
    },
  ];
}

/** Why all of it cannot be approved by who looks at it, and to whom it has to go. */
function approveRefusal({ allowed, approvers, limit }: Shown): string | null {
  const { approve } = allowed;
  if (approve.kind !== "above_limit") return refusalOf("approve", approve);
  const above = approve.limit.minor === 0 || limit === null ? words.limit.none : words.limit.above(limit);
  return `${above} ${words.limit.ask(approvers)}`;
}

/** Some amount below all of it is within every limit that is above nothing. */
function lessRefusal(shown: Shown): string | null {
  const { approve } = shown.allowed;
  return approve.kind === "above_limit" && approve.limit.minor > 0 ? null : approveRefusal(shown);
}

function refusalOf(action: StaffAction, allowance: Allowance): string | null {
  return allowance.kind === "no" ? staffTexts.only(action, allowance.roles) : null;
}
