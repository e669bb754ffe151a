import { words } from "~/words/words";
import { otherEntries } from "./paths";

const text = words.front;

/** Three ways in. The two whose registers open later say so instead of hiding. */
export function Doors() {
  return (
    <section className="doors" aria-label={text.doors}>
      <div className="door first">
        <h2>{text.report.title}</h2>
        <p>{text.report.text}</p>
        <div className="row">
          <a className="btn" href={otherEntries.report()}>
            {text.report.start}
          </a>
          <a href={otherEntries.mailbox()}>{text.report.answer}</a>
          <a href={otherEntries.helpNow()}>{text.report.help}</a>
        </div>
      </div>
      <div className="door">
        <h2>{text.consultant.title}</h2>
        <p>{text.consultant.text}</p>
        <LaterField id="consultant" {...text.consultant} />
      </div>
      <div className="door">
        <h2>{text.check.title}</h2>
        <p>
          {text.check.text} <a href={otherEntries.proof()}>{text.check.proof}</a>
        </p>
        <LaterField id="check" {...text.check} />
      </div>
    </section>
  );
}

function LaterField({
  id,
  field,
  action,
  later,
}: {
  id: string;
  field: string;
  action: string;
  later: string;
}) {
  return (
    <div className="later">
      <p className="small soft" id={`${id}-later`}>
        {later}
      </p>
      <div className="later-row">
        <input
          className="field off"
          id={id}
          readOnly
          aria-label={field}
          aria-describedby={`${id}-later`}
          placeholder={field}
        />
        <button type="button" className="btn off" aria-disabled="true" aria-describedby={`${id}-later`}>
          {action}
        </button>
      </div>
    </div>
  );
}
