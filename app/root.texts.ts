export const rootTexts = {
  notFound: { title: "Page not found", text: "There is nothing at this address." },
  failed: {
    title: "Something went wrong",
    text: "The page could not be shown. Nothing you did is lost. Please try again in a moment.",
  },
};
