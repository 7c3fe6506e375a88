export const texts = {
  title: "Wherewithal",
  lead: "A support agent for Shopify stores that knows where an order is, and has the means to put it right.",
  open: "To use it, open Wherewithal from the Apps page of your Shopify admin.",
};
