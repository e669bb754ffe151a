import { useState } from "react";
import { useForm } from "react-hook-form";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { useGiveReference } from "./queries";

const text = words.references;
const answers = [
  { value: "yes", label: text.yes },
  { value: "no", label: text.no },
];
const least = 20;

export function ReferenceForm({ word, onGiven }: { word: string; onGiven: () => void }) {
  const give = useGiveReference(word);
  const [tried, setTried] = useState(false);
  const { register, handleSubmit, watch } = useForm({
    defaultValues: { recommends: "", independent: "", words: "" },
  });
  const { faultOf, unplaced } = useFaults(give.error, ["recommends", "independent", "words"]);
  const place = useFaultFocus(give.error);
  const lacks = (name: "recommends" | "independent") =>
    tried && watch(name) === "" ? text.choose : faultOf(name);
  const submit = handleSubmit((said) => {
    setTried(true);
    if (said.recommends === "" || said.independent === "") return;
    give.mutate(
      {
        recommends: said.recommends === "yes",
        independent: said.independent === "yes",
        words: said.words.trim(),
      },
      { onSuccess: onGiven },
    );
  });
  return (
    <form className="form" ref={place} onSubmit={submit}>
      <ChoiceField
        legend={text.recommends}
        type="radio"
        options={answers}
        fault={lacks("recommends")}
        {...register("recommends")}
      />
      <ChoiceField
        legend={text.independent}
        type="radio"
        options={answers}
        fault={lacks("independent")}
        {...register("independent")}
      />
      <TextArea
        label={text.words}
        hint={text.wordsHint}
        rows={6}
        minLength={least}
        maxLength={4000}
        fault={faultOf("words")}
        {...register("words")}
      />
      {unplaced !== null && <ErrorState error={unplaced} />}
      <div className="form-end">
        <Button look="go" type="submit" disabled={give.isPending}>
          {give.isPending ? text.sending : text.send}
        </Button>
        <span className="small soft">{text.note}</span>
      </div>
    </form>
  );
}
