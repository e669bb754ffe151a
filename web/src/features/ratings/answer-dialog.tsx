import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useStepRating } from "./queries";

const text = words.ratingFigures.own;

/** Who is rated answers a remark. */
export function AnswerDialog({
  id,
  etag,
  words: before,
  onClose,
}: {
  id: string;
  etag: string;
  words: string;
  onClose: () => void;
}) {
  const take = useStepRating(id);
  const form = useForm({ defaultValues: { words: before } });
  const { faultOf, unplaced } = useFaults(take.error, ["words"]);
  const place = useFaultFocus(take.error);
  return (
    <Dialog title={text.answerTo} onClose={onClose}>
      <form
        className="form"
        ref={place}
        onSubmit={form.handleSubmit((typed) =>
          take.mutate({ body: { step: "answer", words: typed.words.trim() }, etag }, { onSuccess: onClose }),
        )}
      >
        <TextArea
          label={text.answer}
          hint={text.hint}
          rows={5}
          minLength={3}
          maxLength={1000}
          fault={faultOf("words")}
          {...form.register("words")}
        />
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="go" type="submit" disabled={take.isPending}>
            {text.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
