import type { Macro } from "./macro.ts";

/** Macros to begin with, for a shop that has none: offered, never created by themselves. */
export const STARTER_MACROS: readonly Pick<Macro, "name" | "body" | "shortcut">[] = [
  {
    name: "Where the order is",
    shortcut: "where",
    body: "Hi {{shopper.first_name}},\n\nI have looked at {{order.name}}: {{order.situation}}\n\nBest wishes,\n{{staff.first_name}}, {{shop.name}}",
  },
  {
    name: "Tracking",
    shortcut: "track",
    body: "Hi {{shopper.first_name}},\n\n{{order.name}} travels with {{tracking.carrier}}, number {{tracking.number}}. You can follow it here: {{tracking.link}}\n\nBest wishes,\n{{staff.first_name}}, {{shop.name}}",
  },
  {
    name: "Please send a photo",
    shortcut: "photo",
    body: "Hi {{shopper.first_name}},\n\nI am sorry that something is wrong with {{order.name}}. Could you send us a photo that shows it? Then we can decide right away.\n\nBest wishes,\n{{staff.first_name}}, {{shop.name}}",
  },
  {
    name: "We are looking into it",
    shortcut: "looking",
    body: "Hi {{shopper.first_name}},\n\nthank you for your patience. I am asking our warehouse about {{order.name}} and write here as soon as I know more.\n\nBest wishes,\n{{staff.first_name}}, {{shop.name}}",
  },
];
