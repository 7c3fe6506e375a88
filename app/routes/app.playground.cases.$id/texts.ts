/** All words of a test case's page. */
export const texts = {
  title: "Edit test case",
  back: "Test cases",
  name: "Name",
  who: { heading: "As whom", change: "Change", keep: "Keep", gone: "Choose somebody else, or a guest." },
  steps: {
    heading: "What the shopper says and does",
    message: (number: number) => `Message ${number}`,
    photo: "As if with a photo",
    confirm: (number: number) => `${number}. Confirms the card shown last`,
    decline: (number: number) => `${number}. Declines the card shown last`,
    remove: (number: number) => `Remove: step ${number}`,
    add: "Add a message",
  },
  expectations: "Expectations",
  none: "A test case needs at least one thing that must hold.",
  notFound: {
    heading: "This test case does not exist",
    text: "Somebody may have deleted it.",
    action: "See all test cases",
  },
};
