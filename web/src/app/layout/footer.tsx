import { Link } from "@tanstack/react-router";
import { otherEntries, paths } from "~/app/paths";
import { demo } from "~/lib/mode";
import { words } from "~/words/words";

export function Footer() {
  const { footer } = words.frame;
  return (
    <footer className="foot site-foot">
      <nav className="wrap small" aria-label={footer.name}>
        <span className="soft">{footer.licence}</span>
        <Link to={paths.aboutFigures()}>{footer.reliable}</Link>
        <Link to={paths.about()} hash="kept">
          {footer.privacy}
        </Link>
        <Link to={paths.join()}>{footer.join}</Link>
        <Link to={paths.roles()}>{footer.roles}</Link>
        <Link to={paths.words()}>{footer.words}</Link>
        <Link to={paths.leakedKey()}>{footer.leakedKey}</Link>
        <a href={otherEntries.proof()}>{footer.verify}</a>
        <a href={otherEntries.atom()}>{footer.atom}</a>
        <a href={otherEntries.apiDocs()}>{footer.api}</a>
        {demo && <Link to={paths.letters()}>{footer.letters}</Link>}
        {demo && <span className="push soft">{footer.demo}</span>}
      </nav>
    </footer>
  );
}
