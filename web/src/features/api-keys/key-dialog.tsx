import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Loaded } from "~/ui/loaded";
import { words } from "~/words/words";
import { stepsFor, type KeyStep } from "./can";
import { KeyFacts } from "./key-facts";
import { stateOf } from "./key-state";
import { keyQuery } from "./queries";
import { RevokeForm } from "./revoke-form";
import { RotateForm } from "./rotate-form";
import { ToldKey, useTold } from "./told";

const text = words.apiKeys;

/** One key: what is known of it, and what whoever manages it may do. */
export function KeyDialog({
  id,
  organisation,
  manages,
  onClose,
}: {
  id: string;
  organisation: string;
  manages: boolean;
  onClose: () => void;
}) {
  const asked = useQuery(keyQuery(id));
  const { told, tell, close, ...way } = useTold(onClose);
  const title = told === null ? (asked.data?.name ?? text.title) : text.told.title(told.of.name);
  return (
    <Dialog title={title} onClose={close}>
      {told !== null ? (
        <ToldKey told={told} {...way} />
      ) : isMissing(asked) ? (
        <p>{text.missing}</p>
      ) : (
        <Loaded asked={asked}>
          {(key) => (
            <Shown
              of={key}
              organisation={organisation}
              manages={manages}
              onReread={() => asked.refetch()}
              onRotated={(made) => {
                if (made.key !== null && made.key !== undefined)
                  tell({ key: made.key, of: made.api_key, replaces: true });
              }}
              onClose={onClose}
            />
          )}
        </Loaded>
      )}
    </Dialog>
  );
}

function Shown({
  of: key,
  organisation,
  manages,
  onReread,
  onRotated,
  onClose,
}: {
  of: Schemas["ApiKey"];
  organisation: string;
  manages: boolean;
  onReread: () => Promise<unknown>;
  onRotated: (made: Schemas["ApiKeyMade"]) => void;
  onClose: () => void;
}) {
  const [step, setStep] = useState<KeyStep | null>(null);
  const [said, setSaid] = useState("");
  const offered = stepsFor(manages, stateOf(key, new Date()).kind);
  const back = () => setStep(null);
  const form = step !== null && offered.includes(step) ? step : null;
  return (
    <div className="form">
      <p role="status" className={said === "" ? "vh" : "note"}>
        {said}
      </p>
      {form === null && <KeyFacts of={key} organisation={organisation} />}
      {form === "rotate" && (
        <RotateForm
          of={key}
          onReread={onReread}
          onRotated={(made) => {
            setSaid(text.rotate.done);
            back();
            onRotated(made);
          }}
          onCancel={back}
        />
      )}
      {form === "revoke" && <RevokeForm of={key} onReread={onReread} onRevoked={onClose} onCancel={back} />}
      {!manages && <p className="note">{text.readOnly}</p>}
      {form === null && offered.length > 0 && (
        <div className="row">
          {offered.map((one) => (
            <Button
              key={one}
              onClick={() => {
                setSaid("");
                setStep(one);
              }}
            >
              {text.steps[one]}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
