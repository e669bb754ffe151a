import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { Schemas } from "~/api/client";
import { instanceQuery } from "~/api/instance";
import { useAccount } from "~/api/session";
import { demo } from "~/lib/mode";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { FirstKey } from "./first-key";
import { openDesk, type Closed } from "./key-ring";
import { deskKeysQuery } from "./queries";
import { unlock, UnsignedKeys, WrongPassphrase } from "./unlock";

const text = words.desk.lock;

/** What stands before the sealed half of the desk: a passphrase, or the making of a first key. */
export function LockStrip({ why }: { why: Closed }) {
  const keys = useQuery(deskKeysQuery);
  // The list below is loading too, and says so.
  if (keys.isPending) return null;
  return (
    <section className="desk-lock" aria-label={text.title}>
      <Loaded asked={keys}>
        {(data) =>
          data.mine === null || data.mine === undefined ? <FirstKey /> : <Unlock keys={data} why={why} />
        }
      </Loaded>
    </section>
  );
}

function Unlock({ keys, why }: { keys: Schemas["DeskKeys"]; why: Closed }) {
  const account = useAccount();
  const [passphrase, setPassphrase] = useState("");
  const instance = useQuery({ ...instanceQuery, enabled: demo });
  const attempt = useMutation({
    mutationFn: () => unlock(passphrase, account?.id ?? "", keys),
    onSuccess: (ring) => {
      openDesk(ring);
      document.getElementById("content")?.focus({ preventScroll: true });
    },
  });
  const wrong = attempt.error instanceof WrongPassphrase;
  const unsigned = attempt.error instanceof UnsignedKeys;
  const given = keys.epochs.some(({ wrapped }) => typeof wrapped === "string");
  const hint = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (why === "asked") field.current?.focus();
  }, [why]);
  const shown = instance.data?.demo?.desk_passphrase;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate();
      }}
    >
      <div className="desk-lock-why">
        <h2>{text.title}</h2>
        <p className="soft" id={hint}>
          {given ? text.why[why] : words.desk.first.next}
        </p>
      </div>
      <div className="desk-lock-open">
        <TextField
          ref={field}
          label={text.passphrase}
          type="password"
          autoComplete="off"
          hint={shown === undefined ? undefined : text.demo(shown)}
          fault={wrong ? text.wrong : undefined}
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.target.value);
            if (attempt.isError) attempt.reset();
          }}
        />
        <Button look="go" type="submit" disabled={attempt.isPending}>
          {text.open}
        </Button>
      </div>
      <p className="small soft" role="status">
        {attempt.isPending ? text.opening : ""}
      </p>
      {unsigned && (
        <p className="note bad" role="alert">
          {text.unsigned}
        </p>
      )}
      {attempt.isError && !wrong && !unsigned && <ErrorState error={attempt.error} />}
    </form>
  );
}
