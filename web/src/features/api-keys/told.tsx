import { useBlocker } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { Neatline } from "~/ui/neatline";
import { words } from "~/words/words";
import { firstCall } from "./key-call";

const text = words.apiKeys.told;

interface Told {
  key: string;
  of: Schemas["ApiKey"];
  /** Whether a secret before this one was replaced. */
  replaces: boolean;
}

/** What was told once is not lost unnoticed: whoever leaves without saying that they have it is asked. */
export function useTold(onClose: () => void) {
  const [told, setTold] = useState<Told | null>(null);
  const [asks, setAsks] = useState(false);
  const held = useRef(false);
  const way = useBlocker({
    shouldBlockFn: () => held.current,
    enableBeforeUnload: () => held.current,
    withResolver: true,
  });
  const tell = useCallback((next: Told) => {
    held.current = true;
    setTold(next);
  }, []);
  return {
    told,
    asks: asks || way.status === "blocked",
    tell,
    close: () => {
      if (held.current) setAsks(true);
      else onClose();
    },
    stay: () => {
      setAsks(false);
      way.reset?.();
    },
    leave: () => {
      held.current = false;
      if (way.status === "blocked") way.proceed();
      else onClose();
    },
  };
}

/** The one moment at which a key is told. */
export function ToldKey({ told: { key, of, replaces }, asks, stay, leave }: KeyTold) {
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    first.current?.focus({ preventScroll: true });
    first.current?.closest("dialog")?.scrollTo(0, 0);
  }, []);
  const call = firstCall(of);
  const { previous_until: until } = of;
  const overlaps = until !== null && until !== undefined && new Date(until) > new Date();
  return (
    <div className="form">
      <p ref={first} tabIndex={-1} className="told-once">
        {text.once}
      </p>
      <Neatline>
        <div className="keep-body">
          <p className="small soft" id="told-key">
            {text.key}
          </p>
          <p className="told-key mono" aria-labelledby="told-key">
            <bdi>{key}</bdi>
          </p>
          <CopyButton
            look="normal"
            className="told-copy"
            text={() => key}
            label={text.copy}
            done={text.copied}
          />
        </div>
      </Neatline>
      {replaces && (
        <p className="small soft">{overlaps ? text.overlap(words.format.moment(until)) : text.overlapNone}</p>
      )}
      <section className="told-use">
        <h3>{text.use}</h3>
        <p className="small soft">{text.useHint}</p>
        <pre className="mono call">{call}</pre>
        <CopyButton className="told-copy" text={() => call} label={text.copyCall} done={text.copied} />
      </section>
      {asks ? (
        <Leaving stay={stay} leave={leave} />
      ) : (
        <div className="dialog-foot">
          <Button look="go" onClick={leave}>
            {text.done}
          </Button>
        </div>
      )}
    </div>
  );
}

interface KeyTold {
  told: Told;
  asks: boolean;
  stay: () => void;
  leave: () => void;
}

function Leaving({ stay, leave }: { stay: () => void; leave: () => void }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className="note warn" role="alert">
      <p>{text.leaving}</p>
      <div className="dialog-foot">
        <Button look="danger" onClick={leave}>
          {text.leave}
        </Button>
        <Button ref={back} look="go" onClick={stay}>
          {text.stay}
        </Button>
      </div>
    </div>
  );
}
