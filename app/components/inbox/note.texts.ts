/** Words of the field in which people of the team are mentioned. */
export const noteTexts = {
  people: "People to mention",
  nobody: "Nobody of your team is called that.",
  matches: (count: number) =>
    count === 1 ? "1 person. Press Enter to mention them." : `${count} people. Choose with the arrow keys and Enter.`,
  mentions: (names: string) => `Mentions ${names}.`,
};
