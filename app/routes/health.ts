/** Liveness: this process answers. It says nothing of the database or Shopify, which a restart would not mend. */
export const loader = () => new Response("ok", { headers: { "Cache-Control": "no-store" } });
