import { Link, useLocation, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { asProblem } from "~/api/problem";
import { settled, useAccount } from "~/api/session";
import { nearest } from "~/lib/nearest";
import { Button } from "~/ui/button";
import { ErrorState, LoadingState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import type { Barred } from "./guard";
import { publicItems, railOf } from "./layout/rail-items";
import { paths } from "./paths";

const suggestions = 4;

export function NotFoundPage() {
  const { pathname } = useLocation();
  const account = useAccount();
  useTitle(words.frame.notFound.title);
  const pages = [
    ...(account === null ? publicItems : railOf(account)),
    { label: words.frame.footer.reliable, to: paths.aboutFigures() },
  ];
  const likely = nearest(
    pathname,
    pages.map((page) => page.to),
  ).slice(0, suggestions);
  return (
    <div className="wrap page prose">
      <h1>{words.frame.notFound.title}</h1>
      <p>{words.frame.notFound.detail}</p>
      <ul className="link-list">
        {likely.map((to) => (
          <li key={to}>
            <Link to={to}>{pages.find((page) => page.to === to)?.label}</Link>
          </li>
        ))}
        <li>
          <Link to={paths.front()}>{words.front.title}</Link>
        </li>
      </ul>
    </div>
  );
}

export function PendingPage() {
  return (
    <div className="wrap page">
      <LoadingState />
    </div>
  );
}

export function RouteError({ error }: ErrorComponentProps) {
  return asProblem(error)?.passing === true ? <OutagePage error={error} /> : <BrokenPage />;
}

/** Nobody knows yet whether this page is for whoever asks. It goes on by itself once the server answers. */
function OutagePage({ error }: { error: unknown }) {
  const router = useRouter();
  const look = () =>
    void settled().then(
      () => router.invalidate(),
      () => null,
    );
  useTitle(words.frame.outage);
  return (
    <div className="wrap page">
      <h1>{words.frame.outage}</h1>
      <ErrorState error={error} onRetry={look} />
    </div>
  );
}

function BrokenPage() {
  const said = words.frame.broken;
  useTitle(said.title);
  return (
    <div className="wrap page prose" role="alert">
      <h1>{said.title}</h1>
      <p>{said.detail}</p>
      <Button onClick={() => window.location.reload()}>{said.reload}</Button>
    </div>
  );
}

/** Signed in, but this page is for others. */
export function BarredPage({ barred }: { barred: Barred }) {
  if (barred === "guest") return <WaitingPage said={words.frame.waits} />;
  if (barred === "bare") return <WaitingPage said={words.frame.bare} />;
  return <OtherRolePage role={barred} />;
}

function WaitingPage({ said }: { said: typeof words.frame.waits }) {
  useTitle(said.title);
  return (
    <div className="wrap page prose">
      <h1>{said.title}</h1>
      <p>{said.detail}</p>
      <p>
        <Link to={paths.account()}>{said.account}</Link>
      </p>
    </div>
  );
}

function OtherRolePage({ role }: { role: Exclude<Barred, "guest" | "bare"> }) {
  const said = words.frame.barred;
  useTitle(said.title);
  return (
    <div className="wrap page prose">
      <h1>{said.title}</h1>
      <p>{said.detail(label("Role", role))}</p>
    </div>
  );
}
