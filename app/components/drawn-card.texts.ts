/** Words around a proposal's card where people of the shop look at it. */
export const drawnCardTexts = {
  sends: "Sent to the shopper",
  before: (lines: string) => `Instead of ${lines}`,
  approval: "Waits for approval after the shopper’s yes",
  label: (title: string) => `Card: ${title}`,
};
