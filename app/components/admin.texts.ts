/** Words that all pages in the merchant's admin share. */
export const adminTexts = {
  name: "Wherewithal",
  home: "Home",
  orders: "Order explained",
  quality: "Quality",
  again: "Try again",
  errors: {
    session: {
      title: "Your session has ended",
      text: "Shopify no longer recognizes this page. Load it again to go on.",
    },
    notFound: {
      heading: "Page not found",
      text: "This page does not exist, or it has moved.",
      action: "Go to the home page",
    },
    failed: {
      title: "This page could not be loaded",
      text: "Something went wrong on our side. Your settings and conversations are safe, and shoppers can still chat.",
    },
    again: "Load again",
  },
  /** Of a list that shows only some of its rows. */
  narrowed: {
    all: "Show all",
    empty: { heading: "Nothing here", text: "There is nothing of this kind in that time." },
  },
};
