import { Link, Outlet } from "@tanstack/react-router";
import { useAccount } from "~/api/session";
import { label, words } from "~/words/words";
import { paths } from "./paths";

const text = words.organisation;

/** What the pages of the own organisation have in common: its name, and the way from one to the other. */
export function OrganisationLayout() {
  const organisation = useAccount()?.organisation;
  if (organisation === null || organisation === undefined) return null;
  return (
    <div className="page list-page">
      <div className="ph">
        <h1>{organisation.name}</h1>
        <span className="soft">{label("OrganisationKind", organisation.kind)}</span>
      </div>
      <nav className="tabs" aria-label={text.tabs.name}>
        <Link to={paths.organisation()} activeOptions={{ exact: true }}>
          {text.tabs.people}
        </Link>
        <Link to={paths.keys()}>{text.tabs.keys}</Link>
      </nav>
      <Outlet />
    </div>
  );
}
