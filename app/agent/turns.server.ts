import type { ConversationKey } from "../identity/scope.ts";
import { randomUUID } from "node:crypto";
import { answeredByText } from "../conversations/answer-by-text.server.ts";
import { type Conversation, findConversation } from "../conversations/conversations.server.ts";
import { escalate } from "../conversations/escalate.server.ts";
import type { ConversationEvent, NewEvent } from "../conversations/events.ts";
import { finishTurn, LEASE_SECONDS, releaseLease, renewLease, takeLease } from "../conversations/lease.server.ts";
import { append, passDelta, readNewest, topicOf } from "../conversations/log.server.ts";
import { shopperTexts } from "../conversations/texts.ts";
import { follow } from "../platform/live.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { shopClock } from "../shopify/shop-clock.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { liveHands } from "./hands.server.ts";
import { isAnswered, newestFromShopper } from "./history.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { pickModels } from "./models/pick.server.ts";
import { runTurn, TURN_ENVIRONMENT } from "./run-turn.server.ts";
import { policyFor } from "../resolutions/policies.server.ts";
import { toldOfShop } from "./told-of-shop.ts";
import { toolContextFor } from "./tool-context.server.ts";
import type { TurnInput, TurnSink } from "./turn.ts";

/** Turns of this process that run now. More wait in line, holding their leases. */
const MOST_AT_ONCE = 64;
/** A turn that has died this often is not tried again: a person takes over (P5). */
const MOST_ATTEMPTS = 3;
/** Events of a conversation that a turn reads; the transcript is bounded in characters besides. */
const HISTORY_EVENTS = 200;

const running = new Map<string, { controller: AbortController; done: Promise<void> }>();
const line: (() => void)[] = [];
let active = 0;
let stopping = false;

/** Starts the turn whose lease the caller holds; it goes on whether or not anybody listens. */
export function startTurn(key: ConversationKey, owner: string): void {
  if (stopping) {
    void releaseLease(key, owner).catch((error: unknown) => log.error(errorFields(error), "a lease was not released"));
    return;
  }
  const controller = new AbortController();
  const done = holdLease(key, owner, controller).finally(() => running.delete(owner));
  running.set(owner, { controller, done });
}

/** Takes over a conversation whose turn died with its process. */
export async function takeOver(key: ConversationKey): Promise<void> {
  const owner = randomUUID();
  if (await takeLease(key, owner)) {
    log.info({ shop: key.shop, conversation: key.conversationId }, "a turn was taken over");
    startTurn(key, owner);
  }
}

/** Waits for the running turns as long as it may, then hands the rest to other processes. */
export async function stopTurns(graceMs: number): Promise<void> {
  stopping = true;
  const all = Promise.allSettled([...running.values()].map((one) => one.done));
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  await Promise.race([all, timeout]);
  clearTimeout(timer);
  for (const { controller } of running.values()) controller.abort(new Error("shutting down"));
  await all;
}

async function holdLease(key: ConversationKey, owner: string, controller: AbortController): Promise<void> {
  const renew = () =>
    renewLease(key, owner).then(
      (held) => {
        if (!held) controller.abort(new Error("lease lost"));
      },
      // The next sign of life may get through; if none does, the lease runs out and another process takes over.
      (error: unknown) => log.warn(errorFields(error), "a lease was not renewed"),
    );
  const renewal = setInterval(() => void renew(), (LEASE_SECONDS * 1000) / 3);
  const unfollow = follow<ConversationEvent>(topicOf(key), (message) => {
    if (message.kind === "events" && message.events.some(isTakenOver)) controller.abort(new Error("a person writes"));
    // It may be that: who takes a conversation over takes the lease away.
    if (message.kind === "stored_elsewhere") void renew();
  });
  try {
    await enterLine();
    await answerUntilDone(key, owner, controller.signal);
  } catch (error) {
    // A person has taken over in between two looks: what the turn had left to say is nobody's loss.
    if (controller.signal.aborted) return;
    // The message stays marked as unanswered, so the takeover job tries again once the lease has run out.
    log.error({ shop: key.shop, conversation: key.conversationId, ...errorFields(error) }, "a turn failed");
  } finally {
    clearInterval(renewal);
    unfollow();
    leaveLine();
  }
}

function isTakenOver(event: ConversationEvent): boolean {
  return event.type === "takeover" && event.state === "taken";
}

async function answerUntilDone(key: ConversationKey, owner: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const conversation = await findConversation(key);
    // Who takes over from here on is heard of.
    if (!conversation || conversation.takenBy !== null) return;
    const through = await answer(conversation, owner, signal);
    if (through === null) return releaseLease(key, owner);
    if ((await finishTurn(key, owner, through)) !== "more") return;
  }
}

/** @returns the number of the newest message that is answered now, or null when the turn was abandoned. */
async function answer(conversation: Conversation, owner: string, signal: AbortSignal): Promise<number | null> {
  const { shop: shopName, unansweredSeq, turnAttempts } = conversation;
  const [history, shop] = await Promise.all([readNewest(conversation, HISTORY_EVENTS), shopProfile(shopName)]);
  if (isAnswered(history, unansweredSeq) || (await answeredByText(conversation, history))) return unansweredSeq;
  if (turnAttempts > MOST_ATTEMPTS) {
    const text = shopperTexts(conversation.locale).tookTooLong;
    await append(conversation, [{ type: "error", author: "system", code: "turn_failed", text }], { leaseOwner: owner });
    await escalate(conversation, "model_unavailable", "Answering this message failed several times.", owner);
    return unansweredSeq;
  }
  const [{ policy }, models] = await Promise.all([policyFor(shopName, shop.currency), pickModels(shopName)]);
  const input: TurnInput = {
    history,
    models,
    context: toolContextFor(conversation, shop, liveHands(conversation, owner), signal),
    shop: toldOfShop(shop, conversation.locale, policy),
    limits: DEFAULT_LIMITS,
    sink: sinkFor(conversation, owner, conversation.lastSeq),
    signal,
  };
  const outcome = await runTurn(input, { ...TURN_ENVIRONMENT, clock: shopClock(shopName) });
  // A message that came in since the conversation was read is in the history: this turn answers it, too.
  return outcome.kind === "abandoned" ? null : Math.max(unansweredSeq, newestFromShopper(history));
}

function sinkFor(key: ConversationKey, owner: string, seq: number): TurnSink {
  let newest = seq;
  return {
    delta: (messageId, text) => passDelta(key, newest, messageId, text),
    async store(events: NewEvent[]) {
      const stored = await append(key, events, { leaseOwner: owner });
      if (!stored) throw new Error("The turn's lease was lost.");
      newest = stored.at(-1)?.seq ?? newest;
    },
  };
}

async function enterLine(): Promise<void> {
  if (active >= MOST_AT_ONCE) await new Promise<void>((resolve) => line.push(resolve));
  else active++;
}

/** The place goes to the next in line, or is given back. */
function leaveLine(): void {
  const next = line.shift();
  if (next) next();
  else active--;
}
