/** Words for choosing as whom the agent is talked to. */
export const personaTexts = {
  asGuest: "Talk as a guest",
  find: "Talk as a customer",
  findHelp: "Name, email or order number",
  searching: "Looking for customers",
  pick: (label: string) => `Talk as ${label}`,
  nobody: (typed: string) => `No customer fits “${typed}”.`,
  count: (found: number) => (found === 1 ? "1 customer found" : `${found} customers found`),
  failed: {
    no_permission: "Wherewithal may not read customers. Review the app’s permissions in Shopify.",
    unavailable: "Shopify did not answer. Please try again.",
  },
};
