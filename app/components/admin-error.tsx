import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { adminTexts } from "./admin.texts.ts";
import { notAllowedIn, NotAllowedPage } from "./staff/not-allowed-page.tsx";

const BY_STATUS: Readonly<Record<number, { title: string; text: string }>> = {
  401: adminTexts.errors.session,
  403: adminTexts.errors.session,
  404: adminTexts.errors.notFound,
};

/** In place of a page that failed. Plain HTML, since what failed may be the frame that Polaris needs; a page
 * that was refused has it. */
export function AdminError() {
  const error = useRouteError();
  const refused = notAllowedIn(error);
  if (refused) return <NotAllowedPage {...refused} />;
  const { title, text } = (isRouteErrorResponse(error) && BY_STATUS[error.status]) || adminTexts.errors.failed;
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
