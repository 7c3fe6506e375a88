import { useCallback, useEffect, useRef, useState } from "react";
import { readLines } from "../../components/playground/read-lines.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import {
  type Frame,
  MOST_EVENTS,
  MOST_HISTORY,
  type Step,
  type Trouble,
  type TurnEnd,
} from "../../playground/frames.ts";
import { NOTHING_HAPPENED, withFrame } from "../../playground/happened.ts";
import type { Persona } from "../../playground/persona.ts";
import type { Said } from "../../playground/said.ts";

/** One turn as far as it has come; `end` is null while it runs. */
export type PlayedTurn = {
  said: Said;
  events: ConversationEvent[];
  steps: Step[];
  /** Words of an answer that is not whole yet. */
  partial: string;
  end: TurnEnd | null;
  frames: Frame[];
};

export type Playing = {
  turns: PlayedTurn[];
  trouble: Trouble["why"] | null;
  isRunning: boolean;
};

const FRESH: Playing = { turns: [], trouble: null, isRunning: false };

/**
 * A conversation in the playground. It lives on this page alone and goes along with each turn; a turn that fails or is
 * cancelled leaves no trace in it.
 */
export function usePlayground(persona: Persona, policy: string) {
  const [playing, setPlaying] = useState<Playing>(FRESH);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  /** @returns whether the turn came to its end */
  async function say(said: Said): Promise<boolean> {
    stop();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const before = playing.turns;
    const history = before.flatMap(({ events }) => events);
    const orderIds = before.at(-1)?.end?.orderIds ?? [];
    let turn: PlayedTurn = { said, events: [], steps: [], partial: "", end: null, frames: [] };
    const give = (why: Trouble["why"]) => setPlaying({ turns: before, trouble: why, isRunning: false });
    if (history.length >= MOST_EVENTS || JSON.stringify(history).length > MOST_HISTORY) {
      give("too_long");
      return false;
    }
    setPlaying({ turns: [...before, turn], trouble: null, isRunning: true });
    try {
      const body = { persona, policy, history, orderIds, said };
      for await (const frame of readLines<Frame>("/app/playground/turn", body, signal)) {
        if (frame.kind === "trouble") {
          give(frame.why);
          return false;
        }
        turn = withPart(turn, frame);
        setPlaying({ turns: [...before, turn], trouble: null, isRunning: turn.end === null });
      }
    } catch {
      if (signal.aborted) return false;
    }
    if (turn.end === null || turn.end.outcome === "abandoned") {
      give("unavailable");
      return false;
    }
    return true;
  }

  return {
    playing,
    say,
    cancel: () => {
      stop();
      setPlaying(({ turns }) => ({ turns: turns.filter(({ end }) => end !== null), trouble: null, isRunning: false }));
    },
    reset: () => {
      stop();
      setPlaying(FRESH);
    },
  };
}

function withPart(turn: PlayedTurn, frame: Exclude<Frame, Trouble>): PlayedTurn {
  const frames = [...turn.frames, frame];
  switch (frame.kind) {
    case "event": {
      const isWhole = frame.event.type === "message" && frame.event.author === "agent";
      const partial = isWhole ? "" : turn.partial;
      return { ...turn, frames, events: [...turn.events, frame.event], partial };
    }
    case "delta":
      return { ...turn, partial: turn.partial + frame.text };
    case "step":
      return { ...turn, frames, steps: [...turn.steps, frame.step] };
    case "end":
      return { ...turn, frames, end: frame };
  }
}

/** What happened in all turns, as far as a test case may expect it. */
export function happenedIn(turns: readonly PlayedTurn[]) {
  return turns.flatMap(({ frames }) => frames).reduce(withFrame, NOTHING_HAPPENED);
}
