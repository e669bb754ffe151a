import { useQuery } from "@tanstack/react-query";
import { useFaults } from "~/api/faults";
import { useAutosave } from "~/api/use-autosave";
import { Button } from "~/ui/button";
import { LeaveGuard } from "~/ui/leave-guard";
import { Loaded } from "~/ui/loaded";
import { SaveState } from "~/ui/save-state";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { entriesOf, formOf, isComplete, isEmpty, newEntry, type EntryForm } from "./curriculum-form";
import { CurriculumRow } from "./curriculum-row";
import { curriculumQuery, useWriteCurriculum, type OwnCurriculum } from "./queries";

const text = words.evidence.curriculum;

/** One's curriculum vitae, which saves itself. */
export function Curriculum() {
  const own = useQuery(curriculumQuery);
  return (
    <Loaded asked={own}>
      {(newest) => (
        <Editor
          newest={newest}
          onReread={async () => (await own.refetch({ throwOnError: true })).data ?? newest}
        />
      )}
    </Loaded>
  );
}

function Editor({ newest, onReread }: { newest: OwnCurriculum; onReread: () => Promise<OwnCurriculum> }) {
  const write = useWriteCurriculum();
  const saving = useAutosave<EntryForm[], OwnCurriculum>({
    newest,
    etagOf: ({ etag }) => etag,
    formOf: ({ entries }) => formOf(entries),
    bodyOf: entriesOf,
    incomplete: (form) => form.some((row) => !isComplete(row) && !isEmpty(row)),
    send: (form, etag) => write(entriesOf(form), etag),
    reread: onReread,
  });
  const { form, change, error, standing } = saving;
  const { faultOf, unplaced } = useFaults(error, ["entries"]);
  const sent = form.filter(isComplete);
  const set = (key: string, part: Partial<EntryForm>) =>
    change((rows) => rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <>
      <p className="soft">{text.note}</p>
      {form.length === 0 && <p>{text.none}</p>}
      {form.map((row) => (
        <CurriculumRow
          key={row.key}
          row={row}
          faultOf={(field) => {
            const at = sent.indexOf(row);
            return at < 0 ? undefined : faultOf(`entries.${at}.${field}`);
          }}
          onChange={(part) => set(row.key, part)}
          onRemove={() => change((rows) => rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <div className="row">
        <Button onClick={() => change((rows) => [...rows, newEntry()])}>{text.add}</Button>
      </div>
      {unplaced !== null && standing !== "stale" && <ErrorState error={unplaced} />}
      <SaveState text={words.certificationDraft.saving} saving={saving} />
      <LeaveGuard
        unsaved={standing !== "kept" || saving.incomplete}
        flush={async () => (await saving.flush()) !== null && !saving.incomplete}
        text={words.certificationDraft.leave}
      />
    </>
  );
}
