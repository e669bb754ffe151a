import { Link } from "@tanstack/react-router";
import { paths } from "~/app/paths";
import { useTitle } from "~/ui/use-title";
import { VerificationTicks } from "~/ui/verification-ticks";
import { label, wordsOf } from "~/words/words";
import { about } from "./words";
import { Passage } from "./passage";

const text = about.reliability;

/** What the figures can bear and what they cannot. */
export function ReliabilityPage() {
  useTitle(text.title);
  return (
    <div className="wrap page prose-page">
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      {text.passages.slice(0, 3).map((passage) => (
        <Passage key={passage.title} title={passage.title}>
          {passage.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Passage>
      ))}
      <Passage title={text.levels.title}>
        <p>{text.levels.text}</p>
        <dl className="levels">
          {wordsOf("VerificationLevel").map((level, at) => (
            <div key={level}>
              <dt>
                <VerificationTicks reached={at + 1} label={label("VerificationLevel", level)} />
              </dt>
              <dd className="soft">{text.levels.meaning[level]}</dd>
            </div>
          ))}
        </dl>
      </Passage>
      {text.passages.slice(3).map((passage) => (
        <Passage key={passage.title} title={passage.title}>
          {passage.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Passage>
      ))}
      <p className="line passage">
        <Link to={paths.figures()}>{text.back}</Link>
      </p>
    </div>
  );
}
