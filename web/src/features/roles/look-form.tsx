import { useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import type { Look } from "./can";
import { membersQuery, useLook } from "./queries";
import type { View } from "./view";

const text = words.roles.look;

/** Begins to look at the site as somebody of this role. */
export function LookForm({ view, look }: { view: View; look: Exclude<Look, null> }) {
  const members = useQuery({ ...membersQuery, enabled: look === "any" });
  const [organisation, setOrganisation] = useState("");
  const begin = useLook();
  const { faultOf, unplaced } = useFaults(begin.error, ["organisation_id"]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    begin.mutate({ ...view.person, ...(organisation === "" ? {} : { organisation_id: organisation }) });
  };
  return (
    <form className="form look-form" onSubmit={submit} noValidate>
      {look === "any" && (
        <SelectField
          label={text.organisation}
          none={members.isPending ? text.loading : text.choose}
          options={(members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          fault={faultOf("organisation_id")}
          value={organisation}
          onChange={({ target }) => setOrganisation(target.value)}
        />
      )}
      {members.isError && <ErrorState error={members.error} onRetry={() => void members.refetch()} />}
      {unplaced !== null && <ErrorState error={unplaced} />}
      <p className="row">
        <Button type="submit" disabled={begin.isPending}>
          {begin.isPending ? text.working : text.begin}
        </Button>
        <span className="small soft">{text.note}</span>
      </p>
    </form>
  );
}
