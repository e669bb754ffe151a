import { useState } from "react";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { words } from "~/words/words";
import { PortPick } from "./port-pick";
import { distances, usualDistance } from "./search";

const text = words.consultants.filters;

/** A port, and how far from it. */
export function NearEditor({
  near,
  within,
  onChange,
  onDone,
}: {
  near: string | undefined;
  within: string | undefined;
  onChange: (near: string | undefined, within: string | undefined) => void;
  onDone: () => void;
}) {
  const [port, setPort] = useState(near ?? "");
  const [far, setFar] = useState(within ?? usualDistance);
  const offered = distances.some((distance) => distance === far) ? distances : [far, ...distances];
  return (
    <form
      className="panel-form near-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (port === "") return;
        onChange(port, far);
        onDone();
      }}
    >
      <PortPick label={text.port} hint={text.portHint} value={port} onChange={setPort} />
      <SelectField
        label={text.within}
        options={offered.map((distance) => ({ value: distance, label: text.nautical(distance) }))}
        value={far}
        onChange={(event) => setFar(event.target.value)}
      />
      <span className="row">
        <Button look="go" type="submit" disabled={port === ""}>
          {words.ui.filters.apply}
        </Button>
        {near !== undefined && (
          <Button
            onClick={() => {
              onChange(undefined, undefined);
              onDone();
            }}
          >
            {words.ui.filters.clear}
          </Button>
        )}
      </span>
    </form>
  );
}
