import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useRename } from "./queries";

const text = words.consultant.rename;
const fields = ["name", "words"];

/** For the scheme: another name on all certificates of a person, with the reason. */
export function Rename({ person }: { person: Schemas["Consultant"] }) {
  const [open, setOpen] = useState(false);
  return (
    <p>
      <Button onClick={() => setOpen(true)}>{text.change}</Button>
      {open && <RenameDialog person={person} onClose={() => setOpen(false)} />}
    </p>
  );
}

function RenameDialog({ person, onClose }: { person: Schemas["Consultant"]; onClose: () => void }) {
  const rename = useRename(person.id);
  const { register, handleSubmit } = useForm({ defaultValues: { name: person.name, words: "" } });
  const { faultOf, unplaced } = useFaults(rename.error, fields);
  const form = useFaultFocus(rename.error);
  const submit = handleSubmit(({ name, words: why }) =>
    rename.mutate(
      { body: { name: name.trim(), words: why.trim() }, etag: person.etag },
      { onSuccess: onClose },
    ),
  );
  return (
    <Dialog title={text.title(person.name)} onClose={onClose}>
      <form className="form" ref={form} onSubmit={submit}>
        <p className="soft">{text.note}</p>
        <TextField
          label={text.name}
          minLength={2}
          maxLength={100}
          fault={faultOf("name")}
          {...register("name")}
        />
        <TextArea
          label={text.words}
          hint={text.wordsHint}
          rows={3}
          minLength={3}
          maxLength={2000}
          fault={faultOf("words")}
          {...register("words")}
        />
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="go" type="submit" disabled={rename.isPending}>
            {text.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
