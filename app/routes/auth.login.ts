import { redirect } from "@remix-run/node";

/** The library sends visitors without a shop here; the front page tells them how to open the app. */
export const loader = () => redirect("/");
