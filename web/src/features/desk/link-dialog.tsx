import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, takeTagged } from "~/api/client";
import { asProblem } from "~/api/problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { SelectField, TextField } from "~/ui/field";
import { words } from "~/words/words";
import { shortName } from "./labels";
import { envelopesKey } from "./queries";
import type { Row } from "./rows";
import { StepTrouble } from "./step-trouble";
import { link } from "./steps";
import { takeStep } from "./use-step";

const text = words.desk.link;

async function referenceOf(typed: string): Promise<string> {
  const id = typed.trim().toUpperCase();
  const { value } = await takeTagged(api.GET("/api/v1/incidents/{id}", { params: { path: { id } } }));
  return value.reference;
}

function named(row: Row): string {
  return row.kind === "sealed" ? `${shortName(row.id)} · ${row.note?.title ?? words.desk.notOpened}` : row.id;
}

/** One report or several that repeat another report or an incident. What could not be linked stays as it was. */
export function LinkDialog({
  ids,
  others,
  onDone,
  onClose,
}: {
  ids: readonly string[];
  others: readonly Row[];
  onDone: (linked: readonly string[]) => void;
  onClose: () => void;
}) {
  const cache = useQueryClient();
  const sealed = others.filter((row) => row.kind === "sealed" && !ids.includes(row.id));
  const [to, setTo] = useState<"report" | "incident">(sealed.length > 0 ? "report" : "incident");
  const [report, setReport] = useState("");
  const [reference, setReference] = useState("");
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<readonly string[]>([]);
  const left = ids.filter((id) => !done.includes(id));
  const given = to === "report" ? report : reference.trim();

  const attempt = useMutation({
    mutationFn: async () => {
      const original = to === "report" ? report : await referenceOf(reference);
      const linked = [...done];
      for (const id of left) {
        await takeStep(cache, id, original, link);
        linked.push(id);
        setDone([...linked]);
      }
      return linked;
    },
    onSuccess: onDone,
    onSettled: () => cache.invalidateQueries({ queryKey: envelopesKey }),
  });
  const unknown = to === "incident" && asProblem(attempt.error)?.status === 404;

  return (
    <Dialog title={text.title(ids.length, shortName(ids[0] ?? ""))} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (given !== "") attempt.mutate();
        }}
      >
        <p className="soft">{text.effect(ids.length)}</p>
        {sealed.length > 0 && (
          <SelectField
            label={text.to}
            options={[
              { value: "report", label: text.report },
              { value: "incident", label: text.incident },
            ]}
            value={to}
            onChange={(event) => setTo(event.target.value === "report" ? "report" : "incident")}
          />
        )}
        {to === "report" ? (
          <SelectField
            label={text.report}
            none={text.choose}
            options={sealed.map((row) => ({ value: row.id, label: named(row) }))}
            value={report}
            fault={tried && report === "" ? text.none : undefined}
            onChange={(event) => setReport(event.target.value)}
          />
        ) : (
          <TextField
            label={text.incidentLabel}
            hint={text.incidentHint}
            autoComplete="off"
            spellCheck={false}
            value={reference}
            fault={unknown ? text.unknown : tried && given === "" ? text.none : undefined}
            onChange={(event) => {
              setReference(event.target.value);
              if (attempt.isError) attempt.reset();
            }}
          />
        )}
        {attempt.isError && !unknown && (
          <>
            <StepTrouble id={left[0] ?? ""} error={attempt.error} onReread={attempt.reset} />
            {ids.length > 1 && <p className="small soft">{text.left(left.map(shortName))}</p>}
          </>
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{words.desk.cancel}</Button>
          <Button look="go" type="submit" disabled={attempt.isPending}>
            {attempt.isPending ? text.working(done.length, ids.length) : text.action(left.length)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
