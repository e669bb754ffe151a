import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useWrite, type Letter } from "./queries";

const text = words.consultant.write;
const fields = ["name", "email", "words"];

/** A letter to somebody whose address stays with the register. */
export function LetterDialog({
  id,
  name,
  from,
  onClose,
}: {
  id: string;
  name: string;
  /** Who writes, if that is known. */
  from: Pick<Letter, "name" | "email">;
  onClose: () => void;
}) {
  const write = useWrite(id);
  const { register, handleSubmit } = useForm<Letter>({ defaultValues: { ...from, words: "" } });
  const { faultOf, unplaced } = useFaults(write.error, fields);
  const form = useFaultFocus(write.error);
  const many = asProblem(write.error)?.status === 429;
  const submit = handleSubmit((letter) =>
    write.mutate({ name: letter.name.trim(), email: letter.email.trim(), words: letter.words.trim() }),
  );
  if (write.isSuccess) {
    return (
      <Dialog title={text.sent(name)} onClose={onClose}>
        <p role="status">{text.sentNote(write.variables.email)}</p>
        <div className="dialog-foot">
          <Button look="go" onClick={onClose}>
            {text.close}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={text.title(name)} onClose={onClose}>
      <form className="form" ref={form} onSubmit={submit}>
        <p className="soft">{text.note}</p>
        <TextField
          label={text.name}
          autoComplete="name"
          minLength={2}
          maxLength={100}
          fault={faultOf("name")}
          {...register("name")}
        />
        <TextField
          label={text.email}
          hint={text.emailHint}
          type="email"
          autoComplete="email"
          maxLength={254}
          fault={faultOf("email")}
          {...register("email")}
        />
        <TextArea
          label={text.words}
          hint={text.wordsHint}
          rows={6}
          minLength={20}
          maxLength={4000}
          fault={faultOf("words")}
          {...register("words")}
        />
        {many ? (
          <p className="note bad" role="alert">
            {text.tooMany}
          </p>
        ) : (
          unplaced !== null && <ErrorState error={unplaced} />
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="go" type="submit" disabled={write.isPending}>
            {write.isPending ? text.sending : text.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
