import { Link, useLocation, type ErrorComponentProps } from "@tanstack/react-router";
import { useAccount } from "~/api/session";
import { nearest } from "~/lib/nearest";
import { Button } from "~/ui/button";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { BarredError } from "./guard";
import { publicItems, railItems } from "./layout/rail-items";
import { paths } from "./paths";

const suggestions = 4;

export function NotFoundPage() {
  const { pathname } = useLocation();
  const account = useAccount();
  useTitle(words.frame.notFound.title);
  const pages = [
    ...(account === null ? publicItems : railItems[account.role]),
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

export function RouteError({ error }: ErrorComponentProps) {
  const barred = error instanceof BarredError;
  const said = barred ? words.frame.barred : words.frame.broken;
  useTitle(said.title);
  return (
    <div className="wrap page prose" role="alert">
      <h1>{said.title}</h1>
      <p>{barred ? words.frame.barred.detail(label("Role", error.role)) : words.frame.broken.detail}</p>
      {!barred && <Button onClick={() => window.location.reload()}>{words.frame.broken.reload}</Button>}
    </div>
  );
}
