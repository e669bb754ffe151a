import { Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { MissingPage } from "~/ui/states";
import { words } from "~/words/words";

const text = words.advisories.missing;

export function MissingAdvisory() {
  return (
    <div className="wrap page">
      <MissingPage title={text.title} text={text.text}>
        <Link to={paths.advisories()}>{text.back}</Link>
      </MissingPage>
    </div>
  );
}
