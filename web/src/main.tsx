import "~/styles/tokens.css";
import "~/styles/base.css";
import "~/styles/frame.css";
import "~/styles/headings.css";
import "~/styles/controls.css";
import "~/styles/forms.css";
import "~/styles/floating.css";
import "~/styles/tables.css";
import "~/styles/charts.css";
import "~/styles/pages.css";
import "~/styles/members.css";
import "~/styles/keys.css";
import "~/styles/account.css";
import "~/styles/register.css";
import "~/styles/certificate.css";
import "~/styles/certification.css";
import "~/styles/certification-board.css";
import "~/styles/evidence.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { asProblem } from "~/api/problem";
import { settled } from "~/api/session";
import { App } from "~/app/providers";
import { startTheme } from "~/lib/theme";

startTheme();
const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the app");
await settled().catch(() => null);
createRoot(place, {
  // The page says an outage itself; it is no fault of ours.
  onCaughtError: (error) => {
    if (asProblem(error)?.passing !== true) reportError(error);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
