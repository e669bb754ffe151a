import { use } from "react";
import type { CertificationApplication } from "~/api/certification";
import { label, words } from "~/words/words";
import { Beside } from "./beside";

const text = words.certificationDraft.later;

/** Exams and training: asked for, and done once the application is under review. */
export function LaterPart({ application }: { application: CertificationApplication }) {
  const beside = use(Beside);
  const later = application.requirements.filter(({ kind }) => kind === "exam" || kind === "training");
  const over = !["draft", "submitted", "in_review", "asked"].includes(application.stage);
  const asked = application.questions.some(({ field }) => later.some(({ code }) => code === field));
  if (later.length === 0 || (over && !asked)) return null;
  return (
    <section className="form-part line">
      <div className="part-head">
        <h2>{text.title}</h2>
        <span className="small soft">{text.note}</span>
      </div>
      <ul className="notes">
        {later.map(({ code, label: name, kind }) => (
          <li key={code}>
            {name} <span className="soft">· {label("RequirementKind", kind)}</span>
            {beside(code)}
          </li>
        ))}
      </ul>
    </section>
  );
}
