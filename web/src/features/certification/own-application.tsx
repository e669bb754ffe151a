import type { CertificationApplication } from "~/api/certification";
import { words } from "~/words/words";
import { AppealPart } from "./appeal-part";
import { goalOf, type Slots } from "./application-page";
import { Answered } from "./answers";
import { Beside } from "./beside";
import { mayEdit } from "./can";
import { Draft } from "./draft";
import { EndPart } from "./end-part";
import { Found, GrantedNote } from "./found";
import { LaterPart } from "./later-part";
import { RefereesShown } from "./referees-shown";
import { Shown } from "./shown";
import { Kinds } from "./stage-mark";
import { Standing } from "./standing";
import { Way } from "./way";

const text = words.certification;

/** One's own application: written while it is a draft or asked about, read afterwards. */
export function OwnApplication({
  application,
  slots,
  onReread,
}: {
  application: CertificationApplication;
  slots: Slots;
  onReread: () => Promise<CertificationApplication>;
}) {
  const { applicant, renews, stage, steps } = application;
  return (
    <>
      <div className="ph">
        <h1>{goalOf(application)}</h1>
        <Kinds renews={renews} firm={applicant.kind === "supplier"} />
        {applicant.name !== "" && <span className="soft">{text.own.firm(applicant.name)}</span>}
      </div>
      <Standing application={application} />
      <p className="note next">{text.next[stage]}</p>
      {mayEdit(application) ? (
        <Draft application={application} slots={slots} onReread={onReread} />
      ) : (
        <div className="application-body">
          <div>
            <GrantedNote application={application} />
            {steps.includes("appeal") && <AppealPart application={application} />}
            <Found application={application} />
            <Beside value={(field) => <Answered application={application} field={field} />}>
              <Shown application={application} slots={slots} />
              <RefereesShown application={application} />
              <LaterPart application={application} />
            </Beside>
            <EndPart application={application} etag={application.etag} />
          </div>
          <aside>
            <Way application={application} />
          </aside>
        </div>
      )}
    </>
  );
}
