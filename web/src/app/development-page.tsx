import { Link } from "@tanstack/react-router";
import { CpdLog } from "~/features/cpd-entries/cpd-log";
import { CpdStanding } from "~/features/cpd-entries/cpd-standing";
import { OwnSeats } from "~/features/sittings/own-seats";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { paths } from "./paths";

const text = words.cpd;

/** Where one sits, what one's certificates ask for, and the log. */
export function DevelopmentPage() {
  useTitle(text.title);
  return (
    <div className="wrap page form-page">
      <p className="small crumbs">
        <Link to={paths.ownEntry()}>{words.ownEntry.title}</Link>
      </p>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <CpdStanding />
      <OwnSeats />
      <CpdLog />
    </div>
  );
}
