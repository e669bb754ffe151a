import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useAnswer } from "./queries";

const text = words.join.follow;

export function AnswerForm({ applicant }: { applicant: string }) {
  const { register, handleSubmit } = useForm<{ answer: string }>({ defaultValues: { answer: "" } });
  const send = useAnswer(applicant);
  const { faultOf, unplaced } = useFaults(send.error, ["answer"]);
  return (
    <form className="form" onSubmit={handleSubmit(({ answer }) => send.mutate(answer.trim()))}>
      <TextArea
        label={text.answer}
        hint={text.answerHint}
        minLength={3}
        maxLength={4000}
        fault={faultOf("answer")}
        {...register("answer")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div>
        <Button look="go" type="submit" disabled={send.isPending}>
          {text.send}
        </Button>
      </div>
    </form>
  );
}
