import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import type { Account } from "~/api/session";
import { paths } from "~/app/paths";
import { Link } from "@tanstack/react-router";
import { LeaveGuard } from "~/ui/leave-guard";
import { words } from "~/words/words";
import { Answered } from "./answers";
import { goalOf, type Slots } from "./application-page";
import { AskBeside, AskBar, type AskedQuestion } from "./ask";
import { AssignPart } from "./assign-part";
import { Beside } from "./beside";
import { mayFind } from "./can";
import { DecidePart } from "./decide-part";
import { RequirementRow } from "./review-requirement";
import { Persons } from "./shown";
import { Kinds } from "./stage-mark";
import { Standing } from "./standing";
import { Way } from "./way";

const text = words.review;

/** An application as those read it who run the scheme: what is shown, and the steps that are theirs. */
export function ReviewApplication({
  application,
  account,
  slots,
}: {
  application: CertificationApplication;
  account: Account;
  slots: Slots;
}) {
  const [questions, setQuestions] = useState<readonly AskedQuestion[]>([]);
  const { applicant, renews, requirements, steps } = application;
  const asks = steps.includes("ask");
  const judged = requirements.filter(
    ({ finding }) => finding?.verdict === "met" || finding?.verdict === "waived",
  );
  const personPage = applicant.kind === "supplier" ? paths.supplier : paths.consultant;
  const id = applicant.id ?? null;
  return (
    <>
      <div className="ph">
        <h1>{id === null ? applicant.name : <Link to={personPage(id)}>{applicant.name}</Link>}</h1>
        <span>{goalOf(application)}</span>
        <Kinds renews={renews} firm={applicant.kind === "supplier"} />
      </div>
      <Standing application={application} />
      <div className="application-body">
        <div>
          <Beside
            value={(field) => (
              <>
                <Answered application={application} field={field} />
                {asks && (
                  <AskBeside
                    field={field}
                    questions={questions.filter((one) => one.field === field)}
                    onAsk={(words) => setQuestions((all) => [...all, { field, words }])}
                    onTakeBack={(taken) => setQuestions((all) => all.filter((one) => one !== taken))}
                  />
                )}
              </>
            )}
          >
            <div className="part-head">
              <h2>{text.requirements}</h2>
              <span className="small soft">{text.summary(judged.length, requirements.length)}</span>
            </div>
            {requirements.map((requirement) => (
              <RequirementRow
                key={requirement.code}
                application={application}
                requirement={requirement}
                finds={mayFind(application, account)}
                slots={slots}
              />
            ))}
            <Persons application={application} />
          </Beside>
          {questions.length > 0 && (
            <AskBar application={application} questions={questions} onSent={() => setQuestions([])} />
          )}
        </div>
        <LeaveGuard
          unsaved={questions.length > 0}
          flush={() => Promise.resolve(false)}
          text={words.certificationDraft.leave}
        />
        <aside>
          <AssignPart application={application} />
          <DecidePart application={application} account={account} />
          <Way application={application} />
        </aside>
      </div>
    </>
  );
}
