import type { NewEvent } from "../conversations/events.ts";
import type { Evidence } from "../orders/evidence.ts";
import { cleanText, shorten } from "./clean-text.ts";
import { outcomeJson } from "./condense.ts";
import { ARGUMENT_CHARACTERS, SAME_CALL } from "./limits.ts";
import type { ToolCall } from "./models/port.ts";
import { escalate } from "./tools/escalate.ts";
import type { Tool, ToolContext, ToolOutcome } from "./tools/tool.ts";

/** One answered call. Every call has one, whatever happened to it. */
export type Dispatched = { call: ToolCall; outcome: ToolOutcome; content: string; milliseconds: number };

export type DispatcherOptions = {
  tools: ReadonlyMap<string, Tool>;
  context: ToolContext;
  /** Milliseconds on a clock that never goes back. */
  now: () => number;
  /** Called with bugs: a tool never lets its errors through to the model or the shopper. */
  onBug: (tool: string, error: unknown) => void;
};

type Prepared =
  | { kind: "run"; call: ToolCall; tool: Tool; args: unknown; key: string }
  | { kind: "answered"; call: ToolCall; outcome: ToolOutcome };

/**
 * The one way from a model's tool calls to the tools of a turn: parses, checks, times and answers them.
 * Reads that stand side by side run together; writes run alone, in the order asked for.
 */
export class Dispatcher {
  /** Times the model's calls held arguments that are no JSON. It is told the first time; after that the loop decides. */
  malformed = 0;
  /** Whether the same call came so often that the model goes in circles. */
  circling = false;
  private readonly options: DispatcherOptions;
  private readonly known = new Map<string, { outcome: ToolOutcome; asked: number; world: number }>();
  /** Rises with every write that ran: what was read before it may read differently now. */
  private world = 0;

  constructor(options: DispatcherOptions) {
    this.options = options;
  }

  /** Parses the calls and gives the lines the shopper sees meanwhile; `run` does the work. */
  prepare(calls: readonly ToolCall[]): { statuses: string[]; run: () => Promise<Dispatched[]> } {
    const before = this.malformed;
    const prepared = calls.map((call) => this.parse(call));
    this.malformed = Math.min(this.malformed, before + 1);
    const statuses = new Set<string>();
    for (const one of prepared) {
      const status = one.kind === "run" && !this.remembered(one.tool, one.key) ? one.tool.status(one.args) : null;
      if (status) statuses.add(shorten(cleanText(status), 120));
    }
    return { statuses: [...statuses], run: () => this.runAll(prepared) };
  }

  private async runAll(prepared: Prepared[]): Promise<Dispatched[]> {
    const done: Dispatched[] = [];
    let reads: Promise<Dispatched>[] = [];
    for (const one of prepared) {
      if (one.kind === "run" && one.tool.effect === "read") {
        reads.push(this.answer(one));
        continue;
      }
      done.push(...(await Promise.all(reads)));
      reads = [];
      done.push(await this.answer(one));
    }
    done.push(...(await Promise.all(reads)));
    return done;
  }

  private parse(call: ToolCall): Prepared {
    const answered = (message: string): Prepared => ({ kind: "answered", call, outcome: { kind: "invalid", message } });
    const tool = this.options.tools.get(call.name);
    if (!tool) {
      const names = [...this.options.tools.keys()].join(", ");
      return answered(`There is no tool of that name. The tools are: ${names}.`);
    }
    if (call.arguments.length > ARGUMENT_CHARACTERS) {
      this.malformed += 1;
      return answered(`The arguments are longer than ${ARGUMENT_CHARACTERS} characters. Call again with short ones.`);
    }
    const parsed = parseJson(call.arguments);
    if (!parsed.ok) {
      this.malformed += 1;
      return answered("The arguments are not valid JSON. Call again with one JSON object.");
    }
    const checked = tool.arguments.safeParse(parsed.value);
    if (!checked.success) {
      const issues = checked.error.issues
        .slice(0, 5)
        .map(({ path, message }) => `${path.join(".") || "arguments"}: ${message}`);
      return answered(shorten(`The arguments do not fit. ${issues.join("; ")}`, 500));
    }
    // A conversation is handed over once, however often and in whatever words the model asks for it.
    const key = tool.name === escalate.name ? tool.name : `${tool.name} ${JSON.stringify(checked.data)}`;
    return { kind: "run", call, tool, args: checked.data, key };
  }

  private async answer(one: Prepared): Promise<Dispatched> {
    const { now } = this.options;
    const startedAt = now();
    const outcome = one.kind === "answered" ? one.outcome : await this.runOnce(one);
    return {
      call: one.call,
      outcome,
      content: outcomeJson(told(outcome)),
      milliseconds: Math.round(now() - startedAt),
    };
  }

  /** A call that was answered before is not run again, unless a write came in between or it failed for a passing reason. */
  private async runOnce({ tool, args, key }: Extract<Prepared, { kind: "run" }>): Promise<ToolOutcome> {
    const before = this.known.get(key);
    const asked = (before?.asked ?? 0) + 1;
    if (asked >= SAME_CALL) this.circling = true;
    const remembered = this.remembered(tool, key);
    if (remembered) {
      this.known.set(key, { outcome: remembered, asked, world: before?.world ?? this.world });
      return unpaid(remembered);
    }
    const outcome = await this.runTimed(tool, args);
    if (tool.effect === "write" && outcome.kind === "ok") this.world += 1;
    this.known.set(key, { outcome, asked, world: this.world });
    return outcome;
  }

  private remembered(tool: Tool, key: string): ToolOutcome | null {
    const before = this.known.get(key);
    if (!before) return null;
    // It was not handed over, and may be for another reason.
    if (tool.name === escalate.name && before.outcome.kind === "invalid") return null;
    if (before.outcome.kind === "unavailable") return before.asked < 2 ? null : before.outcome;
    return tool.effect === "write" || before.world === this.world ? before.outcome : null;
  }

  private async runTimed(tool: Tool, args: unknown): Promise<ToolOutcome> {
    const { context, onBug } = this.options;
    const ending = new AbortController();
    const stop = () => ending.abort(context.signal.reason);
    context.signal.addEventListener("abort", stop, { once: true });
    if (context.signal.aborted) stop();
    const tooSlow: ToolOutcome = { kind: "unavailable", message: "This took too long. Say so, and offer a person." };
    try {
      return await new Promise<ToolOutcome>((resolve, reject) => {
        const timer = setTimeout(() => ending.abort(), tool.timeoutMs);
        ending.signal.addEventListener("abort", () => resolve(tooSlow), { once: true });
        if (ending.signal.aborted) resolve(tooSlow);
        tool
          .run(args, { ...bound(context), signal: ending.signal })
          .then(resolve, reject)
          .finally(() => clearTimeout(timer));
      });
    } catch (error) {
      onBug(tool.name, error);
      return { kind: "unavailable", message: "Something went wrong here. Say so, and offer a person." };
    } finally {
      context.signal.removeEventListener("abort", stop);
    }
  }
}

/** The context's methods as values of a plain object, so that one call can have a signal of its own. */
function bound(context: ToolContext): Omit<ToolContext, "signal"> {
  return {
    shop: context.shop,
    identify: (orderName, email, signal) => context.identify(orderName, email, signal),
    enterCode: (code, signal) => context.enterCode(code, signal),
    isIdentified: () => context.isIdentified(),
    listOrders: (signal) => context.listOrders(signal),
    getOrder: (orderName, signal) => context.getOrder(orderName, signal),
    resolutionOptions: (ask, signal) => context.resolutionOptions(ask, signal),
    proposeResolution: (ask, signal) => context.proposeResolution(ask, signal),
    escalate: (reason, brief) => context.escalate(reason, brief),
  };
}

/** Some models write nothing at all for a tool without arguments. */
function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text.trim() === "") return { ok: true, value: {} };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** What is said again was paid for before. */
function unpaid(outcome: ToolOutcome): ToolOutcome {
  if (outcome.kind !== "ok") return outcome;
  const { kind, result, evidence, card } = outcome;
  return { kind, result, evidence, card };
}

/** What the model reads of an outcome, and what is kept of it: the card, the evidence and the cost are for others. */
function told(outcome: ToolOutcome): object {
  return outcome.kind === "ok" ? { kind: "ok", result: outcome.result } : outcome;
}

/** The record of a call in the conversation's log. */
export function toolEvent({ call, outcome, milliseconds }: Dispatched): NewEvent {
  const evidence: Evidence[] = outcome.kind === "ok" ? outcome.evidence : [];
  return {
    type: "tool",
    author: "agent",
    callId: shorten(cleanText(call.id), 120),
    name: shorten(cleanText(call.name), 64),
    arguments: shorten(cleanText(call.arguments), ARGUMENT_CHARACTERS),
    outcome: told(outcome),
    evidence,
    milliseconds,
    ...(outcome.kind === "ok" && outcome.cost ? { cost: outcome.cost } : {}),
    ...(outcome.kind === "ok" && outcome.ruled ? { ruled: outcome.ruled } : {}),
  };
}
