import { useRevalidator } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Connection, keepFollowing } from "../../components/inbox/keep-following.ts";
import type { Present } from "../../inbox/presence.ts";
import { type Entry, entriesFrom } from "./entries.ts";
import type { DeskFrame } from "./frames.ts";
import type { LoadedConversation } from "./load-conversation.server.ts";
import type { Piece } from "./pieces.ts";
import type { ShownDesk } from "./shown-desk.ts";

type Live = {
  pieces: Piece[];
  last: number;
  desk: ShownDesk | null;
  present: Present[];
  /** Whether the shopper writes right now. */
  typing: boolean;
  /** An answer of the agent's as far as it has come; null when none is on its way. */
  partial: { messageId: string; text: string } | null;
};
export type LiveDesk = {
  entries: Entry[];
  desk: ShownDesk;
  last: number;
  /** The newest piece that came after the page did. */
  newest: Piece | null;
  present: Present[];
  typing: boolean;
  partial: string | null;
  connection: Connection;
};

/** Who types says so every few seconds. */
const TYPING_MS = 8_000;
/** Resolutions move in quick steps. */
const SETTLE_MS = 250;

/** The conversation as the page was sent it, and as it has gone on since. */
export function useDesk(loaded: LoadedConversation, tab: string): LiveDesk {
  const { id, isNewest } = loaded;
  // Of an earlier part of the log nothing goes on but where the conversation stands.
  const from = isNewest ? loaded.last : loaded.desk.lastSeq;
  const fresh = { pieces: [], last: from, desk: null, present: [], typing: false, partial: null };
  const [live, setLive] = useState<Live>(fresh);
  const [connection, setConnection] = useState<Connection>("connecting");
  const { revalidate } = useRevalidator();
  const after = useRef(from);
  const again = useRef(revalidate);
  again.current = revalidate;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const stop = keepFollowing<DeskFrame>({
      url: () =>
        `/app/conversations/${id}/stream?${String(new URLSearchParams({ tab, after: String(after.current) }))}`,
      tell: setConnection,
      hear(frames) {
        for (const frame of frames) {
          if (frame.kind === "piece") after.current = Math.max(after.current, frame.piece.seq);
          if (frame.kind === "passed") after.current = Math.max(after.current, frame.seq);
          if (frame.kind === "piece" && frame.piece.kind === "resolution") {
            clearTimeout(settling);
            settling = setTimeout(() => again.current(), SETTLE_MS);
          }
          if (frame.kind === "typing") {
            clearTimeout(timer);
            if (frame.on) timer = setTimeout(() => setLive((now) => ({ ...now, typing: false })), TYPING_MS);
          }
        }
        setLive((now) => frames.reduce(withFrame, now));
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
      clearTimeout(settling);
    };
  }, [id, tab]);

  // A page that is loaded again may have what came live before, and photos' links that last longer.
  const pieces = useMemo(() => {
    const known = loaded.pieces as Piece[];
    if (!isNewest) return known;
    return [...known, ...live.pieces.filter(({ seq }) => seq > loaded.last)];
  }, [loaded.pieces, loaded.last, isNewest, live.pieces]);
  const entries = useMemo(() => entriesFrom(pieces), [pieces]);
  const desk = live.desk !== null && live.desk.lastSeq >= loaded.desk.lastSeq ? live.desk : loaded.desk;
  return {
    entries,
    desk,
    last: Math.max(live.last, loaded.last),
    newest: live.pieces.at(-1) ?? null,
    present: live.present,
    typing: live.typing,
    partial: live.partial?.text ?? null,
    connection,
  };
}

function withFrame(now: Live, frame: DeskFrame): Live {
  switch (frame.kind) {
    case "piece": {
      const { piece } = frame;
      if (piece.seq <= now.last) return now;
      const isShoppers = piece.kind === "message" && piece.author === "shopper";
      return {
        ...now,
        last: piece.seq,
        pieces: [...now.pieces, piece],
        typing: isShoppers ? false : now.typing,
        partial: piece.kind === "said" || piece.kind === "handled" ? null : now.partial,
      };
    }
    case "passed":
      return { ...now, last: Math.max(now.last, frame.seq) };
    case "desk":
      return { ...now, desk: frame.desk };
    case "delta": {
      const { messageId, text } = frame;
      const before = now.partial?.messageId === messageId ? now.partial.text : "";
      return { ...now, partial: { messageId, text: before + text } };
    }
    case "typing":
      return { ...now, typing: frame.on };
    case "present":
      return { ...now, present: frame.present };
  }
}
