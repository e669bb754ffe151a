import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { oneOf } from "~/lib/search-params";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { options, words, wordsOf } from "~/words/words";
import { FileField } from "./file-field";
import { useEnterPaper, type Chosen } from "./queries";

const text = words.evidence.paper;
const fields = ["kind", "title", "issuer", "issued_on", "expires_on"];

/** Enters a paper of the kind that is asked for, with its file. */
export function PaperForm({
  kind,
  onDone,
  onCancel,
}: {
  kind: Schemas["EvidenceKind"] | null;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const enter = useEnterPaper();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [entered, setEntered] = useState<string | null>(null);
  const [lacks, setLacks] = useState(false);
  const { register, handleSubmit } = useForm({
    defaultValues: { kind: kind ?? "certificate", title: "", issuer: "", issued_on: "", expires_on: "" },
  });
  const { faultOf, unplaced } = useFaults(enter.error, fields);
  const place = useFaultFocus(enter.error);
  const submit = handleSubmit((typed) => {
    setLacks(chosen === null);
    if (chosen === null) return;
    const body = {
      kind: kind ?? oneOf(wordsOf("EvidenceKind"), typed.kind) ?? "other",
      title: typed.title.trim(),
      issuer: typed.issuer.trim(),
      issued_on: typed.issued_on,
      expires_on: typed.expires_on === "" ? null : typed.expires_on,
    };
    enter.mutate({ entered, body, chosen, onEntered: setEntered }, { onSuccess: onDone });
  });
  const kept = entered !== null;
  return (
    <form className="form paper-form" ref={place} onSubmit={submit}>
      {kind === null && (
        <SelectField
          label={text.kind}
          options={options("EvidenceKind")}
          disabled={kept}
          {...register("kind")}
        />
      )}
      <TextField
        label={text.title}
        hint={text.titleHint}
        minLength={2}
        maxLength={160}
        readOnly={kept}
        fault={faultOf("title")}
        {...register("title")}
      />
      <TextField
        label={text.issuer}
        minLength={2}
        maxLength={160}
        readOnly={kept}
        fault={faultOf("issuer")}
        {...register("issuer")}
      />
      <div className="form-row">
        <TextField
          label={text.issued}
          type="date"
          readOnly={kept}
          fault={faultOf("issued_on")}
          {...register("issued_on")}
        />
        <TextField
          label={text.expires}
          type="date"
          optional
          readOnly={kept}
          fault={faultOf("expires_on")}
          {...register("expires_on")}
        />
      </div>
      <FileField
        label={text.file}
        chosen={chosen}
        fault={lacks && chosen === null ? text.fileHint : undefined}
        onChoose={setChosen}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="row">
        <Button look="go" type="submit" disabled={enter.isPending}>
          {enter.isPending ? text.sending : text.save}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  );
}
