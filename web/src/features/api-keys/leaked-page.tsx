import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { keyIn } from "./key-form";
import { useReportLeak } from "./queries";

const text = words.leakedKey;

/** For whoever finds a key where it does not belong. */
export function LeakedKeyPage() {
  const [reported, setReported] = useState(false);
  useTitle(reported ? text.done.title : text.title);
  return (
    <div className="wrap page form-page">
      {reported ? (
        <Reported onAgain={() => setReported(false)} />
      ) : (
        <>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
          <ReportForm onReported={() => setReported(true)} />
          <ul className="notes soft">
            {text.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ReportForm({ onReported }: { onReported: () => void }) {
  const { register, handleSubmit } = useForm<{ key: string }>({ defaultValues: { key: "" } });
  const report = useReportLeak();
  const { faultOf, unplaced } = useFaults(report.error, ["key"]);
  const form = useFaultFocus(report.error);
  return (
    <form
      ref={form}
      className="form leaked-form"
      onSubmit={handleSubmit(({ key }) => report.mutate(keyIn(key), { onSuccess: onReported }))}
    >
      <TextArea
        label={text.key}
        hint={text.keyHint}
        rows={4}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        fault={faultOf("key")}
        {...register("key")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div>
        <Button look="go" type="submit" disabled={report.isPending}>
          {report.isPending ? text.working : text.action}
        </Button>
      </div>
    </form>
  );
}

function Reported({ onAgain }: { onAgain: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {text.done.title}
      </h1>
      <p className="lead">{text.done.text}</p>
      <p>{text.done.yours}</p>
      <p className="after">
        <Button onClick={onAgain}>{text.done.again}</Button>
      </p>
    </>
  );
}
