import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { words } from "~/words/words";
import { FactorDialog, type FactorStep } from "./factor-dialog";
import { factorsQuery } from "./queries";

const text = words.secondFactor;
const fewCodes = 3;

/** The own second factor: what there is, and what may be changed of it. */
export function SecondFactor({ email }: { email: string }) {
  const factors = useQuery(factorsQuery);
  const [open, setOpen] = useState<FactorStep | null>(null);
  const [done, setDone] = useState<FactorStep | null>(null);
  const start = (step: FactorStep) => {
    setDone(null);
    setOpen(step);
  };
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <Loaded asked={factors}>
        {(found) => (
          <>
            <Standing factors={found} />
            <Offers factors={found} onStart={start} />
          </>
        )}
      </Loaded>
      <div aria-live="polite">{done !== null && <p className="note">{text.done[done]}</p>}</div>
      {open !== null && (
        <FactorDialog
          step={open}
          email={email}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            setDone(open);
          }}
        />
      )}
    </section>
  );
}

function Standing({ factors }: { factors: Schemas["Factors"] }) {
  const { confirmed_at: since, last_used_on: used, recovery_codes_left: left, required } = factors;
  if (since === null || since === undefined) {
    return (
      <>
        <p>{text.none}</p>
        <p className="soft">{text.noneHint}</p>
      </>
    );
  }
  return (
    <>
      <dl className="kv">
        <dt>{text.since}</dt>
        <dd>{words.format.moment(since)}</dd>
        <dt>{text.used}</dt>
        <dd>{used === null || used === undefined ? text.notUsed : words.format.day(used)}</dd>
        <dt>{text.codesLeft}</dt>
        <dd>{text.left(left)}</dd>
      </dl>
      {left < fewCodes && <p className="note warn">{text.few}</p>}
      {required && <p className="soft">{text.required}</p>}
    </>
  );
}

function Offers({ factors, onStart }: { factors: Schemas["Factors"]; onStart: (step: FactorStep) => void }) {
  if (factors.confirmed_at === null || factors.confirmed_at === undefined) {
    return (
      <p className="row">
        <Button onClick={() => onStart("set-up")}>{text.setUp}</Button>
      </p>
    );
  }
  return (
    <p className="row">
      <Button onClick={() => onStart("codes")}>{text.newCodes}</Button>
      <Button onClick={() => onStart("replace")}>{text.replace}</Button>
      {!factors.required && <Button onClick={() => onStart("remove")}>{text.remove}</Button>}
    </p>
  );
}
