import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { schemesQuery } from "~/api/register";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { AskedFor } from "./asked-for";
import { useBegin } from "./queries";

const route = getRouteApi("/certification");
const text = words.certification.apply;

type Scheme = Schemas["CertificationScheme"];

export interface PortChoice {
  label: string;
  hint: string;
  fault: string | undefined;
  value: string;
  onChange: (unlocode: string) => void;
}

/** Chooses what to be certified for, with what that asks for, costs and takes beside it. */
export function ApplyPart({ firm, port }: { firm: string | null; port: (choice: PortChoice) => ReactNode }) {
  const schemes = useQuery(schemesQuery);
  return (
    <section className="form-part line">
      <div className="part-head">
        <h2>{text.title}</h2>
        <span className="small soft">{text.note}</span>
      </div>
      <Loaded asked={schemes}>
        {(all) => {
          const open = all.filter(({ kind }) => kind === "person" || firm !== null);
          return open.length === 0 ? null : <Choose schemes={open} firm={firm} port={port} />;
        }}
      </Loaded>
    </section>
  );
}

function Choose({
  schemes,
  firm,
  port,
}: {
  schemes: readonly Scheme[];
  firm: string | null;
  port: (choice: PortChoice) => ReactNode;
}) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const begin = useBegin();
  const [base, setBase] = useState("");
  const [chosen, setChosen] = useState<{ scheme?: string; discipline?: string; level?: string }>(search);
  const { faultOf, unplaced } = useFaults(begin.error, ["scheme", "discipline", "level", "base"]);
  const place = useFaultFocus(begin.error);
  const scheme = schemes.find(({ code }) => code === chosen.scheme) ?? schemes[0];
  if (scheme === undefined) return null;
  const { content } = scheme.version;
  const discipline =
    content.disciplines.find(({ code }) => code === chosen.discipline) ?? content.disciplines[0];
  const levels = [...content.levels].sort((a, b) => a.rank - b.rank);
  const level = levels.find(({ code }) => code === chosen.level) ?? levels[0];
  if (discipline === undefined || level === undefined) return null;
  const forFirm = scheme.kind === "supplier";
  const words = (list: readonly { code: string; label: string }[]) =>
    list.map((one) => ({ value: one.code, label: one.label }));
  const submit = () =>
    begin.mutate(
      {
        scheme: scheme.code,
        discipline: discipline.code,
        level: level.code,
        ...(forFirm && base !== "" ? { base } : {}),
      },
      { onSuccess: ({ id }) => void navigate({ to: paths.certificationApplication(id) }) },
    );
  return (
    <div className="apply">
      <form
        className="form"
        // The port is needed the first time only, and the API knows whether that is now.
        noValidate
        ref={place}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {schemes.length > 1 && (
          <SelectField
            label={text.scheme}
            options={schemes.map(({ code, kind }) => ({
              value: code,
              label: kind === "person" ? text.person : text.supplier(firm ?? ""),
            }))}
            fault={faultOf("scheme")}
            value={scheme.code}
            onChange={({ target }) => setChosen({ scheme: target.value })}
          />
        )}
        <SelectField
          label={text.discipline}
          hint={discipline.about}
          options={words(content.disciplines)}
          fault={faultOf("discipline")}
          value={discipline.code}
          onChange={({ target }) => setChosen((before) => ({ ...before, discipline: target.value }))}
        />
        <SelectField
          label={text.level}
          options={words(levels)}
          fault={faultOf("level")}
          value={level.code}
          onChange={({ target }) => setChosen((before) => ({ ...before, level: target.value }))}
        />
        {forFirm &&
          port({
            label: text.base,
            hint: text.baseHint,
            fault: faultOf("base"),
            value: base,
            onChange: setBase,
          })}
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="row">
          <Button look="go" type="submit" disabled={begin.isPending}>
            {begin.isPending ? text.beginning : text.begin}
          </Button>
        </div>
      </form>
      <AskedFor content={content} discipline={discipline.code} level={level.code} />
    </div>
  );
}
