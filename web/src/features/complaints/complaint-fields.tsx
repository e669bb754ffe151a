import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { complaintFields, createOf, type ComplaintForm } from "./complaint-form";
import { useComplain } from "./queries";

const text = words.complaint;

export function ComplaintFields({
  certificate,
  onMade,
}: {
  certificate: string;
  onMade: (made: Schemas["ComplaintMade"]) => void;
}) {
  const complain = useComplain();
  const { register, handleSubmit } = useForm<ComplaintForm>({
    defaultValues: { certificate, words: "", name: "", email: "" },
  });
  const { faultOf, unplaced } = useFaults(complain.error, complaintFields);
  const place = useFaultFocus(complain.error);
  const unknown = asProblem(complain.error)?.faults.some(({ code }) => code === "unknown_certificate");
  return (
    <form
      className="form"
      ref={place}
      onSubmit={handleSubmit((typed) => complain.mutate(createOf(typed), { onSuccess: onMade }))}
    >
      <section className="form-part line">
        <TextField
          label={text.certificate}
          hint={text.certificateHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          minLength={3}
          maxLength={60}
          fault={unknown === true ? text.unknown : faultOf("certificate")}
          {...register("certificate")}
        />
        <TextArea
          label={text.words}
          hint={text.wordsHint}
          rows={8}
          minLength={20}
          maxLength={8000}
          fault={faultOf("words")}
          {...register("words")}
        />
      </section>
      <section className="form-part line">
        <h2>{text.you}</h2>
        <p className="soft">{text.youNote}</p>
        <div className="form-row">
          <TextField
            label={text.name}
            optional
            autoComplete="name"
            minLength={2}
            maxLength={100}
            fault={faultOf("name")}
            {...register("name")}
          />
          <TextField
            label={text.email}
            hint={text.emailHint}
            optional
            type="email"
            autoComplete="email"
            maxLength={254}
            fault={faultOf("email")}
            {...register("email")}
          />
        </div>
      </section>
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="form-end line">
        <Button look="go" type="submit" disabled={complain.isPending}>
          {complain.isPending ? text.sending : text.send}
        </Button>
      </div>
    </form>
  );
}
