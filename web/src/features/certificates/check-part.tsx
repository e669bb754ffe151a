import { StateMark, type StateTone } from "~/ui/state-mark";
import { label, words } from "~/words/words";
import { CheckForm } from "./check-form";

const text = words.certificates.check;

const answers = [
  { answer: "valid", tone: "valid" },
  { answer: "suspended", tone: "soon" },
  { answer: "revoked", tone: "revoked" },
  { answer: "not_issued", tone: "absent" },
] as const satisfies readonly { answer: keyof typeof text.means; tone: StateTone }[];

/** The check by number, and what it may answer. */
export function CheckPart() {
  return (
    <section className="verify">
      <div>
        <div className="verify-head">
          <h2>{text.title}</h2>
          <span className="small soft">{text.note}</span>
        </div>
        <CheckForm scan />
      </div>
      <div>
        <p className="small soft">{text.answers}</p>
        <ul className="answers line">
          {answers.map(({ answer, tone }) => (
            <li key={answer}>
              <StateMark tone={tone} label={label("CheckAnswer", answer)} />
              <div>
                <p>{text.means[answer].text}</p>
                <p className="small soft">{text.means[answer].more}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
