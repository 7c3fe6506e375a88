import type { Notice } from "../../orders/notices.ts";

const DELAYS: Record<Notice["delays"], string> = {
  handling: "Getting orders out of the door",
  transit: "The way to the shopper",
};

/** All words of the page that edits a notice. */
export const texts = {
  create: "New notice",
  edit: "Notice",
  back: "Notices",
  what: {
    heading: "What happens",
    title: "Title",
    titleHelp: "For your team. Shoppers are told the later date, not this.",
    delays: "What takes longer",
    delay: DELAYS,
    extra: "More working days",
    from: "First day",
    until: "Last day",
  },
  scope: {
    heading: "What it is about",
    text: "An empty list means all. Where several lists have entries, all of them must fit.",
    locations: "Locations",
    locationsHelp: "As they are called in Shopify.",
    countries: "Countries of delivery",
    carriers: "Carriers",
    carriersHelp: "As Shopify names them, for example DHL Express.",
    methods: "Delivery methods",
    methodsHelp: "As they are called at checkout.",
  },
  preview: {
    heading: "In a sentence",
    unfinished: "The sentence appears once the days are filled in.",
    over: "It is over already and changes nothing any more.",
    inForce: "Shoppers are told later dates from the moment it is saved.",
    coming: "It changes nothing for orders that are through before its first day.",
  },
  errors: {
    until: "It cannot end before it begins.",
  },
  notFound: {
    heading: "This notice does not exist",
    text: "It has been deleted, or the link is incomplete.",
    action: "See all notices",
  },
};
