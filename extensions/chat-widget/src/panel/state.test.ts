import { describe, expect, it } from "vitest";
import { decodeEvent } from "./decode.ts";
import type { WireEvent } from "./decode.ts";
import { initial, isBusy, reduce } from "./state.ts";
import type { Action, State } from "./state.ts";

const AT = "2026-11-21T10:00:00.000Z";
const event = (seq: number, rest: Record<string, unknown>): WireEvent => {
  const decoded = decodeEvent({ seq, at: AT, author: "agent", ...rest });
  if (!decoded) throw new Error("not an event");
  return decoded;
};
const said = (seq: number, text: string, more: Record<string, unknown> = {}) =>
  event(seq, { type: "message", messageId: `m${seq}`, text, ...more });
const asked = (seq: number, id: string) => said(seq, "Where is it?", { author: "shopper", clientMessageId: id });
const delta = (messageId: string, text: string) => event(0, { type: "delta", messageId, text });
const events = (...all: WireEvent[]): Action => ({ type: "events", events: all });
const after = (...actions: Action[]): State => actions.reduce(reduce, { ...initial, phase: "ready", open: true });
const send = (id: string): Action => ({ type: "send", id, text: "Where is it?", photos: [], at: AT });
const news = (seq: number, state: string, text = "") =>
  event(seq, { type: "resolution", author: "system", id: "r1", state, text, outcome: null });

describe("news of a resolution", () => {
  const proposal = (seq: number) => event(seq, { type: "proposal", id: "r1", title: "Refund" });

  it("count by their place in the log, whether they come before the card, after it, or as the answer to a post", () => {
    const early = after(events(news(1, "superseded"), proposal(2)));
    expect(early.news["r1"]?.state).toBe("superseded");
    const answered = after(events(proposal(1)), {
      type: "news",
      id: "r1",
      news: { seq: 2, state: "confirmed", text: "", outcome: {} },
    });
    expect(answered).toMatchObject({ last: 1, news: { r1: { state: "confirmed" } } });
    const overtaken = reduce(reduce(answered, events(news(2, "confirmed"), news(3, "succeeded", "Done."))), {
      type: "news",
      id: "r1",
      news: { seq: 2, state: "confirmed", text: "", outcome: {} },
    });
    expect(overtaken.news["r1"]?.state).toBe("succeeded");
  });

  it("keep the panel listening until it is done, and are told where they have words", () => {
    const working = after(events(proposal(1), news(2, "confirmed")));
    expect([isBusy(working), working.entries.length]).toEqual([true, 1]);
    const done = reduce(working, events(news(3, "succeeded", "€42.50 goes back to your card.")));
    expect([isBusy(done), done.entries.at(-1)]).toMatchObject([
      false,
      { kind: "note", note: { text: "€42.50 goes back to your card." } },
    ]);
    expect(reduce({ ...working, open: false }, events(news(3, "succeeded", "Done."))).unread).toBe(1);
  });
});

describe("people in a conversation", () => {
  const taken = (seq: number, name = "Maya Chen") =>
    event(seq, { type: "takeover", author: "staff", state: "taken", name });
  const handedBack = (seq: number) =>
    event(seq, { type: "takeover", author: "staff", state: "handed_back", name: "Maya" });
  const byStaff = (seq: number, text: string) => said(seq, text, { author: "staff", name: "Maya Chen" });
  const typing = (on: boolean, name: string | null = "Maya Chen") =>
    event(0, { type: "typing", author: "staff", name, on });
  const closed = (seq: number) => event(seq, { type: "closed", author: "staff" });
  const notes = (state: State) => state.entries.flatMap((entry) => (entry.kind === "note" ? [entry.note] : []));

  it("are no longer named once they have left it to the team", () => {
    const left = event(3, { type: "escalation", author: "system", reason: "taken_over", text: "Nobody is writing." });
    expect(after(events(taken(2), left))).toMatchObject({ person: null, escalated: true, closed: false });
  });

  it("take the word from the agent in mid-sentence, and give it back", () => {
    const speaking = after(events(asked(1, "a"), delta("m2", "Your order is")));
    const silent = reduce(speaking, events(taken(2)));
    expect(silent).toMatchObject({ draft: null, working: false, escalated: true, person: "Maya Chen" });
    expect(reduce(silent, events(delta("m2", " on its way")))).toMatchObject({ draft: null, working: false });
    expect(reduce(silent, events(event(3, { type: "status", text: "Looking up" })))).toMatchObject({ status: null });
    expect(reduce(silent, events(asked(3, "b")))).toMatchObject({ working: false });
    const back = reduce(silent, events(handedBack(3)));
    expect(back).toMatchObject({ person: null, escalated: false });
    expect(reduce(back, events(delta("m4", "Hello")))).toMatchObject({ draft: { text: "Hello" } });
    expect(notes(back)).toEqual([
      { kind: "person", joined: true, name: "Maya Chen" },
      { kind: "person", joined: false, name: "Maya" },
    ]);
  });

  it("are seen writing until they have written, stop, or nothing is heard of it any more", () => {
    const writing = after(events(taken(1), typing(true)));
    expect(writing).toMatchObject({ typist: "Maya Chen", last: 1 });
    expect(reduce(writing, events(byStaff(2, "Hello"))).typist).toBeNull();
    expect(reduce(writing, events(typing(false))).typist).toBeNull();
    expect(reduce(writing, { type: "hush" }).typist).toBeNull();
    expect(after(events(typing(true, null))).typist).toBe("");
  });

  it("sign what they write", () => {
    const state = after(events(byStaff(1, "Hello")));
    expect(state.entries[0]).toMatchObject({ author: "staff", name: "Maya Chen", text: "Hello" });
  });

  it("close a conversation until somebody writes again, as the log alone tells", () => {
    const over = after(events(asked(1, "a"), taken(2), closed(3)));
    expect(over).toMatchObject({ closed: true, person: null, working: false });
    expect(reduce(over, events(asked(4, "b")))).toMatchObject({ closed: false, escalated: true, working: false });
    expect(reduce(over, events(byStaff(4, "One more thing")))).toMatchObject({ closed: false });
    expect(reduce(over, events(taken(4)))).toMatchObject({ closed: false, person: "Maya Chen" });
    expect(reduce(over, events(event(4, { type: "escalation", text: "Passed on." })))).toMatchObject({ closed: false });
    expect(reduce(over, events(said(4, "Rated"))).closed).toBe(true);
  });

  it("know where the shopper can be reached", () => {
    const contact = event(1, { type: "contact", author: "shopper", email: "ana@example.com", text: "Thank you." });
    const state = after(events(contact));
    expect(state).toMatchObject({ contact: "ana@example.com", unread: 0 });
    expect(notes(state)).toMatchObject([{ text: "Thank you." }]);
  });
});

describe("a conversation", () => {
  it("counts each stored event once, however often it arrives", () => {
    const state = after(
      events(asked(1, "a"), said(2, "Here")),
      events(asked(1, "a"), said(2, "Here"), said(3, "More")),
    );
    expect(state.entries.map(({ key }) => key)).toEqual(["a", "m2", "m3"]);
    expect(state.last).toBe(3);
  });

  it("passes over events it does not know, and goes on after them", () => {
    const state = after(events(event(1, { type: "weather" }), event(2, { type: "card", card: { kind: "map" } })));
    expect(state).toMatchObject({ entries: [], last: 2 });
    expect(decodeEvent({ type: "message" })).toBeNull();
    expect(decodeEvent("nonsense")).toBeNull();
  });

  it("shows text as it streams and replaces it by the whole message", () => {
    const streaming = after(events(asked(1, "a"), delta("m2", "On its "), delta("m2", "way")));
    expect(streaming.draft).toEqual({ messageId: "m2", text: "On its way" });
    const whole = reduce(streaming, events(said(2, "On its way, arriving Tuesday.")));
    expect(whole).toMatchObject({ draft: null, working: false });
    expect(reduce(whole, events(delta("m2", "late"))).draft).toBeNull();
  });

  it("does not show the tail of a text whose beginning was lost with the connection", () => {
    const cut = after(events(asked(1, "a"), delta("m2", "On its ")), { type: "connection", connection: "connecting" });
    const resumed = reduce(cut, events(delta("m2", "way")));
    expect(resumed).toMatchObject({ draft: null, working: true });
    const next = reduce(resumed, events(said(2, "On its way"), delta("m3", "And")));
    expect(next.draft?.text).toBe("And");
  });

  it("keeps a message the shopper sent until the log has it, in any order of the two answers", () => {
    expect(after(send("a")).outbox).toMatchObject([{ id: "a", state: "sending" }]);
    expect(after(send("a"), { type: "accepted", id: "a" })).toMatchObject({
      working: true,
      outbox: [{ state: "sent" }],
    });
    const logged = after(send("a"), events(asked(1, "a"), said(2, "Here")), { type: "accepted", id: "a" });
    expect(logged).toMatchObject({ working: false, outbox: [] });
    expect(logged.entries).toHaveLength(2);
  });

  it("lets a failed message be tried again, and takes it as sent when the log has it after all", () => {
    const failed = after(send("a"), { type: "send_failed", id: "a", reason: "unreachable" });
    expect(failed.outbox).toMatchObject([{ state: "failed", reason: "unreachable" }]);
    expect(reduce(failed, { type: "retry", id: "a" }).outbox).toMatchObject([{ state: "sending", reason: null }]);
    expect(reduce(failed, events(asked(1, "a"))).outbox).toEqual([]);
  });

  it("is quiet after an escalation: whether a reply comes is up to people", () => {
    const state = after(events(event(1, { type: "escalation", text: "Our team will reply." }), asked(2, "a")));
    expect(state).toMatchObject({ escalated: true, working: false });
  });

  it("counts what was said while the panel was closed, and only what is new", () => {
    const closed = after({ type: "open", open: false });
    const told: Action = { type: "events", events: [said(1, "Old"), asked(2, "a"), said(3, "New")], seen: 2 };
    expect(reduce(closed, told).unread).toBe(1);
    expect(reduce(reduce(closed, told), { type: "open", open: true }).unread).toBe(0);
  });

  it("vouches for tracking pages on cards and for links in evidence, and for nothing that is not https", () => {
    const tracking = [
      { company: "UPS", number: "1Z", url: "https://track.example/1Z" },
      { company: null, number: "X", url: "javascript:alert(1)" },
    ];
    const card = { kind: "order", orderName: "#1001", groups: [{ label: "Parcel", tracking }] };
    const evidence = [
      { kind: "link", value: "https://help.example/a", source: "x" },
      { kind: "date", value: "https://no.example/", source: "x" },
    ];
    const state = after(events(event(1, { type: "card", card }), said(2, "See", { evidence })));
    expect([...state.links]).toEqual(["https://track.example/1Z", "https://help.example/a"]);
  });

  it("begins again with nothing of the old one but what is still to be sent", () => {
    const renewed = after(
      events(said(1, "Old")),
      send("a"),
      { type: "accepted", id: "a" },
      { type: "fresh", keepOutbox: true },
    );
    expect(renewed).toMatchObject({
      entries: [],
      last: 0,
      phase: "ready",
      open: true,
      outbox: [{ id: "a", state: "sending" }],
    });
    expect(after(send("a"), { type: "fresh", keepOutbox: false })).toMatchObject({ phase: "loading", outbox: [] });
  });
});
