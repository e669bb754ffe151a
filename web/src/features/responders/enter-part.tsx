import { useState, type SyntheticEvent } from "react";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { dutyFields, dutyOf, type DutyTyped } from "./duty-form";
import { PersonPick } from "./person-pick";
import { useEnterDuty } from "./queries";

const text = words.rota.enter;
const empty: DutyTyped = { person: "", starts: "", ends: "" };

/** Somebody goes on the rota for a time. */
export function EnterPart() {
  const enter = useEnterDuty();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const [entered, setEntered] = useState(0);
  const { faultOf, unplaced } = useFaults(enter.error, dutyFields);
  const place = useFaultFocus(enter.error);
  const set = (change: Partial<DutyTyped>) => setTyped((before) => ({ ...before, ...change }));
  const backwards = typed.ends !== "" && typed.ends <= typed.starts;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed.person === "" || backwards) return;
    enter.mutate(dutyOf(typed), {
      onSuccess: () => {
        setTyped(empty);
        setTried(false);
        setEntered((before) => before + 1);
      },
    });
  };
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <form className="form form-page" ref={place} onSubmit={submit}>
        <PersonPick
          // What was typed goes once the person is on the rota.
          key={entered}
          value={typed.person}
          fault={tried && typed.person === "" ? text.unknown : faultOf("consultant_id")}
          onChange={(person) => set({ person })}
        />
        <div className="form-row">
          <TextField
            label={text.starts}
            type="datetime-local"
            fault={faultOf("starts_at")}
            value={typed.starts}
            onChange={({ target }) => set({ starts: target.value })}
          />
          <TextField
            label={text.ends}
            hint={text.endsHint}
            type="datetime-local"
            fault={tried && backwards ? text.order : faultOf("ends_at")}
            value={typed.ends}
            onChange={({ target }) => set({ ends: target.value })}
          />
        </div>
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="form-end">
          <Button look="go" type="submit" disabled={enter.isPending}>
            {enter.isPending ? text.working : text.action}
          </Button>
          <span role="status">
            {enter.data !== undefined && text.done(enter.data.name, enter.data.starts_at, enter.data.ends_at)}
          </span>
        </div>
      </form>
    </section>
  );
}
