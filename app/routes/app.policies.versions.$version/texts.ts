/** All words of the page about one version of the policy. */
export const texts = {
  back: "Policies",
  title: "Policy version",
  published: (by: string, when: string) => `Published by ${by}, ${when}`,
  restore: "Restore as draft",
  differences: (previous: number) => `Different from version ${previous}`,
  first: "This is the first version that was published.",
  policy: "What it says",
  inForce: "In force",
  notFound: {
    heading: "This version does not exist",
    text: "Its address may be incomplete.",
    action: "See all versions",
  },
};
