import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import { useFaults } from "~/api/faults";
import { useAutosave } from "~/api/use-autosave";
import { paths } from "~/app/paths";
import { LeaveGuard } from "~/ui/leave-guard";
import { SaveState } from "~/ui/save-state";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { AnswerFields, AnswerPart, openQuestions } from "./answers";
import type { Slots } from "./application-page";
import { Beside, PartSection } from "./beside";
import { Checklist } from "./checklist-nav";
import { formOf, isIncomplete, updateOf, type DraftForm } from "./draft-form";
import { DraftParts } from "./draft-parts";
import { EndPart } from "./end-part";
import { useSaveDraft } from "./queries";
import { SubmitPart } from "./submit-part";
import { Way } from "./way";

const text = words.certificationDraft;
const fields = [
  "statement",
  "interests",
  "no_interests",
  "declared",
  "conduct_version",
  "evidence",
  "referees",
];

/** An application while it is written, or changed because a reviewer asked. */
export function Draft({
  application,
  slots,
  onReread,
}: {
  application: CertificationApplication;
  slots: Slots;
  onReread: () => Promise<CertificationApplication>;
}) {
  const save = useSaveDraft(application.id);
  const saving = useAutosave<DraftForm, CertificationApplication>({
    newest: application,
    etagOf: ({ etag }) => etag,
    formOf,
    bodyOf: updateOf,
    incomplete: isIncomplete,
    send: (form, etag) => save(updateOf(form), etag),
    reread: onReread,
  });
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const { faultOf, unplaced } = useFaults(saving.error, fields);
  const typed = openQuestions(application).some(({ id }) => (answers[id] ?? "").trim() !== "");
  const unsaved = saving.standing !== "kept" || saving.incomplete || typed;
  const firm = application.applicant.kind === "supplier";
  return (
    <div className="application-body drafting">
      <aside>
        <Checklist application={application} />
        <div className="save-bar">
          <SaveState text={text.saving} saving={saving} />
        </div>
        {application.events.length > 0 && <Way application={application} />}
      </aside>
      <div>
        {!firm && (application.applicant.id ?? null) === null && (
          <PartSection field="profile" title={text.profile.title}>
            <p>
              {text.profile.text} <Link to={paths.ownEntry()}>{text.profile.begin}</Link>
            </p>
          </PartSection>
        )}
        <Beside
          value={(field) => (
            <AnswerFields
              application={application}
              field={field}
              answers={answers}
              onAnswer={(id, words) => setAnswers((before) => ({ ...before, [id]: words }))}
            />
          )}
        >
          <DraftParts application={application} saving={saving} faultOf={faultOf} slots={slots} />
        </Beside>
        {unplaced !== null && saving.standing === "failed" && <ErrorState error={unplaced} />}
        {application.stage === "draft" ? (
          <SubmitPart application={application} flush={saving.flush} held={saving.incomplete} />
        ) : (
          <AnswerPart application={application} flush={saving.flush} answers={answers} />
        )}
        <EndPart application={application} etag={application.etag} />
      </div>
      <LeaveGuard
        unsaved={unsaved}
        flush={async () => (await saving.flush()) !== null && !saving.incomplete && !typed}
        text={text.leave}
      />
    </div>
  );
}
