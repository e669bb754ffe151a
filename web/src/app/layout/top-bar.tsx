import { Link, useNavigate } from "@tanstack/react-router";
import { Fragment } from "react";
import { useAccount } from "~/api/session";
import { otherEntries, paths } from "~/app/paths";
import { demo } from "~/lib/mode";
import { BellMark } from "~/ui/bell-mark";
import { Button } from "~/ui/button";
import { Menu } from "~/ui/menu";
import { words } from "~/words/words";
import { AccountMenu } from "./account-menu";
import { publicItems, verifyItem } from "./rail-items";
import { phoneThemeItems } from "./theme-items";
import { ThemeMenu } from "./theme-menu";
import { useTheme } from "./use-theme";

function Brand() {
  return (
    <Link className="brand" to={paths.front()}>
      <BellMark />
      {words.frame.brand}
    </Link>
  );
}

function SkipLink() {
  return (
    <a className="skip" href="#content">
      {words.frame.skip}
    </a>
  );
}

function DemoMark() {
  return demo ? <span className="demo">{words.frame.demoMark}</span> : null;
}

function PhoneMenu() {
  const navigate = useNavigate();
  const theme = useTheme();
  const verify = {
    id: verifyItem.href,
    label: verifyItem.label,
    onChoose: () => window.location.assign(verifyItem.href),
  };
  const pages = [...publicItems, { label: words.frame.signIn, to: paths.signIn() }].flatMap((item) => {
    const page = { id: item.to, label: item.label, onChoose: () => void navigate({ to: item.to }) };
    return item.to === paths.consultants() ? [page, verify] : [page];
  });
  return (
    <span className="phone-only">
      <Menu
        name={words.frame.menu}
        items={[...pages, ...phoneThemeItems(theme)]}
        trigger={(props) => <Button {...props}>{words.frame.menu}</Button>}
      />
    </span>
  );
}

function PublicBar() {
  return (
    <header className="top pub">
      <a className="btn go rep" href={otherEntries.report()}>
        {words.frame.report}
      </a>
      <SkipLink />
      <Brand />
      <nav aria-label={words.frame.mainNav}>
        {publicItems.map((item) => (
          <Fragment key={item.to}>
            <Link to={item.to} activeProps={{ "aria-current": "page" }}>
              {item.label}
            </Link>
            {item.to === paths.consultants() && <a href={verifyItem.href}>{verifyItem.label}</a>}
          </Fragment>
        ))}
      </nav>
      <span className="push" />
      <DemoMark />
      <ThemeMenu />
      <Link className="btn plain wide" to={paths.signIn()}>
        {words.frame.signIn}
      </Link>
      <PhoneMenu />
    </header>
  );
}

function StaffBar({ onFind }: { onFind: () => void }) {
  return (
    <header className="top staff">
      <SkipLink />
      <Brand />
      <button type="button" className="find" onClick={onFind} aria-haspopup="dialog">
        <span className="find-long">{words.frame.find}</span>
        <span className="find-short">{words.frame.palette.title}</span>
        <kbd aria-hidden="true">{words.frame.findKey}</kbd>
      </button>
      <span className="push" />
      <DemoMark />
      <AccountMenu />
      <ThemeMenu />
    </header>
  );
}

export function TopBar({ onFind }: { onFind: () => void }) {
  return useAccount() === null ? <PublicBar /> : <StaffBar onFind={onFind} />;
}
