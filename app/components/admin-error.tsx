import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { adminTexts } from "./admin.texts.ts";
import { notAllowedIn, NotAllowedPage, notAllowedWords } from "./staff/not-allowed-page.tsx";

const BY_STATUS: Readonly<Record<number, { title: string; text: string }>> = {
  401: adminTexts.errors.session,
  403: adminTexts.errors.session,
  404: { title: adminTexts.errors.notFound.heading, text: adminTexts.errors.notFound.text },
};

/**
 * In place of a page that failed. Plain HTML, since what failed may be the frame that Polaris needs.
 * @param framed whether the frame is there, in which what was refused is told like every page
 */
export function AdminError({ framed = true }: { framed?: boolean }) {
  const error = useRouteError();
  const refused = notAllowedIn(error);
  if (refused && framed) return <NotAllowedPage {...refused} />;
  const known = refused ? notAllowedWords(refused) : isRouteErrorResponse(error) && BY_STATUS[error.status];
  const { title, text } = known || adminTexts.errors.failed;
  return (
    <main style={{ fontFamily: "system-ui, sans-serif", maxWidth: "36rem", margin: "3rem auto", padding: "0 1rem" }}>
      <h1>{title}</h1>
      <p>{text}</p>
      <button type="button" onClick={() => location.reload()}>
        {adminTexts.errors.again}
      </button>
    </main>
  );
}
