/** All words of the list of test cases. */
export const texts = {
  title: "Test cases",
  intro:
    "Conversations that must go a certain way. Run them against a policy before it is live; nothing is written to Shopify.",
  back: "Playground",
  run: {
    heading: "Run",
    policy: "Against",
    summary: (passed: number, all: number) => `${passed} of ${all} cases pass`,
  },
  empty: {
    heading: "No test cases yet",
    text: "Talk to the agent in the playground and save the conversation as a test case.",
  },
  failed: "The test cases could not be read just now.",
  list: "Cases",
  as: (who: string, messages: number) => `${who} · ${messages === 1 ? "1 message" : `${messages} messages`}`,
  ran: (policy: string, when: string, seconds: string) => `Last run against: ${policy}, ${when}, ${seconds}`,
  seconds: (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`,
  justNow: "just now",
  gone: "The customer’s data was erased, or they were deleted in Shopify. Edit the case and choose somebody else.",
  edit: "Edit",
  editOf: (name: string) => `Edit: ${name}`,
  runOne: "Run",
  runOf: (name: string) => `Run: ${name}`,
  remove: "Delete",
  removeOf: (name: string) => `Delete: ${name}`,
  removing: {
    title: (name: string) => `Delete “${name}”?`,
    text: "The case and how it went are lost.",
    action: "Delete case",
    failed: "That did not work just now. Please try again.",
    done: "Test case deleted",
  },
};
