/*
 * Runs in the preview's frame, before the widget. In the place of the network it puts a conversation that the page
 * tells it: messages of `{ scene, settings, events, answer, handover }` come by postMessage, and each is another session
 * of the chat, which the panel takes up as it would on a storefront.
 */
(() => {
  const encoder = new TextEncoder();
  const streams = new Set();
  let wanted = null;
  let told = null;
  let log = [];

  const json = (body) => Response.json(body);
  const write = (stream, event) => stream.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
  const add = (event) => {
    const stored = { ...event, seq: log.length + 1, at: new Date().toISOString() };
    log.push(stored);
    for (const stream of streams) write(stream, stored);
  };

  function session() {
    if (told?.scene !== wanted.scene) {
      log = [];
      wanted.events.forEach(add);
    }
    told = wanted;
    const { scene, settings } = told;
    return json({ token: "preview", conversationId: scene, apiBase: "https://preview.invalid", settings });
  }

  function events(accept, signal) {
    if (!accept.includes("event-stream")) return json({ events: log, last: log.length });
    let own;
    const body = new ReadableStream({
      start(stream) {
        own = stream;
        stream.enqueue(encoder.encode(": hello\n\n"));
        for (const event of log) write(stream, event);
        streams.add(stream);
      },
      cancel: () => void streams.delete(own),
    });
    signal.addEventListener("abort", () => {
      if (streams.delete(own)) own.error(new Error("aborted"));
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }

  window.fetch = async (url, { headers = {}, body, signal } = {}) => {
    const path = new URL(url, "https://preview.invalid").pathname.split("/").at(-1);
    if (path === "session") return session();
    if (told !== wanted) return new Response(null, { status: 401 });
    if (path === "events") return events(headers.Accept, signal);
    if (path === "messages") {
      const { clientMessageId, text } = JSON.parse(body);
      add({ type: "message", author: "shopper", messageId: clientMessageId, clientMessageId, text });
      told.answer.forEach((event) => add({ ...event, messageId: `${clientMessageId}-answer` }));
    }
    if (path === "human") add(told.handover);
    return json({});
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    const first = wanted === null;
    wanted = data;
    if (first) open();
    for (const stream of streams) {
      streams.delete(stream);
      stream.error(new Error("another session"));
    }
    // As after a lost connection: the panel asks again at once.
    setTimeout(() => dispatchEvent(new Event("online")));
  });

  /** The panel takes the keyboard when it opens; that belongs to the page around, until somebody comes in here. */
  function open() {
    const { focus } = HTMLElement.prototype;
    HTMLElement.prototype.focus = () => {};
    for (const reached of ["pointerdown", "keydown"]) {
      addEventListener(reached, () => (HTMLElement.prototype.focus = focus), { capture: true, once: true });
    }
    document.querySelector("[data-wherewithal-chat]").shadowRoot.querySelector("button").click();
  }

  // On a phone the panel keeps the keyboard inside; here Tab leads on through the page.
  addEventListener("keydown", (event) => event.key === "Tab" && event.stopImmediatePropagation(), true);
})();
