/** Sentences of a brief, for people in the admin. */
export const briefTexts = {
  why: {
    settle: "It was tried several times and is neither done nor undone: look in Shopify, and say how it ended.",
    retry: "It stopped halfway. What was done already is not done again.",
    approve: "The shopper has confirmed it, and the policy wants a person's yes.",
    approveWithPhotos: "The shopper has confirmed it and sent photos: look at them before you say yes.",
    grave: "No model has answered this. A person should, in a few kind words.",
    photos: "The agent cannot see photos, so nobody has looked at this one yet.",
    policy: "The policy leaves it to a person: decide, and tell the shopper.",
    reply: "The shopper waits for an answer.",
    underWay: "What was decided is being carried out, and the shopper is told how it ends.",
    waitsForShopper: "The shopper was answered and has not written since.",
    withAgent: "The agent has this conversation.",
  },
};
