import { answerProposal } from "../../../app/conversations/resolutions.server.ts";
import { decideAsStaff } from "../../../app/conversations/staff-decisions.server.ts";
import type { ConversationKey } from "../../../app/identity/scope.ts";
import { sql } from "../../../app/platform/db.server.ts";
import type { Staff } from "../../../app/staff/staff.ts";
import type { Random } from "../../../devstore/shop/random.ts";
import { testShop } from "../../../devstore/store/test-store.ts";
import type { Sent, Shown } from "./case.ts";
import { onBehalfOf } from "./reads.ts";
import { giveBack, type GivenByStaff } from "./staff.ts";
import type { World } from "./world.ts";

/** Somebody at the shop who may approve anything. */
const MIA: Staff = { id: "1", name: "Mia", role: "owner", limit: null };

/** Everything that shoppers and people at the shop did, in one order. The auditor trusts it, and not the app. */
export class Deeds {
  readonly sent: Sent[] = [];
  readonly shown: Shown[] = [];
  readonly ranOut: { id: string; number: number }[] = [];
  readonly approved: string[] = [];
  readonly refused: string[] = [];
  staffRefunds = 0;
  private number = 0;
  private readonly world: World;
  private readonly random: Random;

  constructor(world: World, random: Random) {
    this.world = world;
    this.random = random;
  }

  /** Presses a button, as whoever has a token for that conversation can. */
  async press(
    conversationId: string,
    { card }: Shown,
    decision: Sent["decision"],
    digest = card.digest,
  ): Promise<void> {
    const sent: Sent = { number: ++this.number, conversationId, id: card.id, digest, decision, answer: "failed" };
    this.sent.push(sent);
    const key: ConversationKey = { shop: testShop, conversationId };
    const answered = await onBehalfOf(conversationId, () => answerProposal(key, card.id, { digest, decision }));
    sent.answer = answered.kind;
    if (answered.kind === "ok" && answered.event.type === "resolution" && answered.event.state === "awaiting_approval")
      await this.askPeople(card.id);
  }

  /** What a shopper does about a card that they were shown; `others` are conversations that it was not shown in. */
  async answer(shown: Shown, others: readonly string[]): Promise<void> {
    const { conversationId, card } = shown;
    const { random } = this;
    const confirm = () => this.press(conversationId, shown, "confirm");
    const act = random.weighted<() => Promise<unknown>>([
      [45, confirm],
      [10, () => Promise.all([confirm(), confirm(), confirm()])],
      [7, () => this.forge(shown)],
      [7, () => this.press(random.pick(others), shown, "confirm")],
      [4, () => this.press(conversationId, shown, "decline")],
      [4, () => this.press(conversationId, shown, "decline").then(confirm)],
      [2, () => confirm().then(() => this.press(conversationId, shown, "decline"))],
      [3, () => Promise.all([confirm(), this.press(conversationId, shown, "decline")])],
      [7, () => this.runOut(card.id).then(confirm)],
      [12, () => this.refundAsStaff(card.orderName).then(confirm)],
      // Never answered, or much later.
      [8, () => Promise.resolve()],
    ]);
    await act();
  }

  /** Confirms whatever card was shown earlier: it may be answered, replaced, or of an order that has changed since. */
  async rummage(): Promise<void> {
    if (this.shown.length === 0) return;
    const shown = this.random.pick(this.shown);
    await this.press(shown.conversationId, shown, this.random.chance(0.8) ? "confirm" : "decline");
  }

  /** A yes to something that no card showed. */
  forge(shown: Shown): Promise<void> {
    return this.press(shown.conversationId, shown, "confirm", withOneDigitChanged(shown.card.digest, this.random));
  }

  async runOut(id: string): Promise<void> {
    const due =
      "UPDATE resolution SET expires_at = now() WHERE shop = $1 AND id = $2::uuid AND state = 'proposed' RETURNING id";
    const rows = await sql().query(due, [testShop, id]);
    if (rows.length > 0) this.ranOut.push({ id, number: ++this.number });
  }

  private async askPeople(id: string): Promise<void> {
    const decision = this.random.weighted([
      [6, { kind: "approve", less: null } as const],
      [2, { kind: "refuse", reason: "Not this time." } as const],
      [2, null],
    ]);
    if (!decision) return;
    const decided = await decideAsStaff(testShop, id, MIA, decision);
    if (decided.kind === "ok") (decision.kind === "approve" ? this.approved : this.refused).push(id);
  }

  /** Somebody at the shop gives something back by themselves. */
  async giveBackAsStaff(orderName: string, what: GivenByStaff): Promise<void> {
    if (await giveBack(this.world.devstore, orderName, what, `staff-${++this.number}`)) this.staffRefunds += 1;
  }

  private refundAsStaff(orderName: string): Promise<void> {
    const ordered = this.world.devstore.store.orderByName(orderName)?.lineItems[0]?.quantity ?? 1;
    return this.giveBackAsStaff(orderName, { units: this.random.int(1, ordered) });
  }
}

function withOneDigitChanged(digest: string, random: Random): string {
  const at = random.int(0, digest.length - 1);
  const digit = (Number.parseInt(digest.charAt(at), 16) + random.int(1, 15)) % 16;
  return digest.slice(0, at) + digit.toString(16) + digest.slice(at + 1);
}
