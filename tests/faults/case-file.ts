import type { ConversationEvent, PublicEvent } from "../../app/conversations/events.ts";
import { closeDatabase, openDatabase } from "../../app/platform/db.server.ts";
import type { TestDatabase } from "../support/databases.ts";

/** One message as the shopper's own book has it. */
export type Sent = {
  clientMessageId: string;
  /** A word that is in this message alone; a model that answers it says it again. */
  mark: string;
  text: string;
  /** Every 202 it was answered with: more than one where it was posted again. */
  accepted: PublicEvent[];
  /** Answers other than 202. */
  refused: number[];
  /** From the first 202 to the first answer heard; null where the shopper did not wait for it. */
  answeredInMs: number | null;
};

/** What one shopper did and was shown. The auditor trusts it, and not the app. */
export type Book = {
  who: string;
  conversationId: string;
  /** Names of the orders that this shopper may be told of, by the store's own books. */
  ownOrders: readonly string[];
  sent: Sent[];
  /** Stored events in the order in which they came by SSE, over all connections. */
  heard: PublicEvent[];
  /** How often the stream was cut and resumed. */
  resumed: number;
};

export type StoredConversation = {
  id: string;
  status: string;
  lastSeq: number;
  unansweredSeq: number;
  leaseOwner: string | null;
  events: ConversationEvent[];
};

/** What the store itself knows, for checking what shoppers were told. */
export type StoreBooks = {
  timeZone: string;
  /** How far the store's clock is ahead of this machine's. */
  aheadMs: number;
  /** Every order's name with the numbers of its parcels. */
  orders: readonly { name: string; tracking: readonly string[] }[];
};

/** Everything that an audit looks at once a campaign is over. */
export type CaseFile = {
  conversations: StoredConversation[];
  books: Book[];
  store: StoreBooks;
  /** Whether the model repeats the marks of all messages it answers. */
  echoes: boolean;
  /** Figures that a model made up and that may stand in no answer. */
  forged: readonly string[];
  /** Requests that the model server had for the turns of a message, by its mark. */
  modelRequests: Readonly<Record<string, number>>;
};

const CONVERSATIONS = `
  SELECT id, status, last_seq AS "lastSeq", unanswered_seq AS "unansweredSeq", lease_owner AS "leaseOwner"
  FROM conversation`;
const EVENTS = `
  SELECT conversation_id AS id, seq, at, type, author, client_message_id AS "clientMessageId", body
  FROM event ORDER BY conversation_id, seq`;

type EventRow = {
  id: string;
  seq: number;
  at: Date;
  type: string;
  author: string;
  clientMessageId: string | null;
  body: object;
};

/** Reads the whole log from the database alone; the app must have stopped. */
export async function readLog(database: TestDatabase): Promise<StoredConversation[]> {
  const { sql } = await openDatabase({
    url: database.env["DATABASE_URL"],
    dataDir: database.env["DATA_DIR"] ?? "",
    poolSize: 2,
  });
  try {
    const conversations = await sql.query<Omit<StoredConversation, "events">>(CONVERSATIONS);
    const rows = Map.groupBy(await sql.query<EventRow>(EVENTS), ({ id }) => id);
    return conversations.map((conversation) => ({
      ...conversation,
      events: (rows.get(conversation.id) ?? []).map(toEvent),
    }));
  } finally {
    await closeDatabase();
  }
}

function toEvent({ seq, at, type, author, clientMessageId, body }: EventRow): ConversationEvent {
  const own = clientMessageId === null ? {} : { clientMessageId };
  return { ...body, ...own, seq, at: at.toISOString(), type, author } as ConversationEvent;
}

/** The conversation of a book, or null where the database has lost it. */
export function conversationOf(file: CaseFile, book: Book): StoredConversation | null {
  return file.conversations.find(({ id }) => id === book.conversationId) ?? null;
}
