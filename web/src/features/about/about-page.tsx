import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { instanceQuery } from "~/api/instance";
import { otherEntries, paths } from "~/app/paths";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { about } from "./words";
import { Passage } from "./passage";

const text = about;

/** What this is, who runs it, what is kept of a report and what is not promised. */
export function AboutPage() {
  const instance = useQuery(instanceQuery);
  useTitle(text.title);
  return (
    <div className="wrap page prose-page">
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      <Passage title={text.who.title}>
        <p>{text.who.text(instance.data?.name ?? words.frame.brand)}</p>
      </Passage>
      <Passage id="kept" title={text.kept.title}>
        <ul className="plain-list">
          {text.kept.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>
          <a href={otherEntries.report()}>{words.frame.report}</a>
        </p>
      </Passage>
      <Passage title={text.notPromised.title}>
        <ul className="plain-list">
          {text.notPromised.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Passage>
      <Passage title={text.advisories.title}>
        <p>
          {text.advisories.text} <Link to={paths.advisories()}>{words.frame.advisories}</Link>
        </p>
      </Passage>
      <Passage title={text.press.title}>
        <p>
          {text.press.text} <Link to={paths.aboutFigures()}>{words.figures.reliable}</Link>
        </p>
      </Passage>
    </div>
  );
}
