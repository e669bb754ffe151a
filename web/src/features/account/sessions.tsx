import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { Dialog } from "~/ui/dialog";
import { Loaded } from "~/ui/loaded";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { sessionsQuery, useEndSession } from "./queries";

type Session = Schemas["OwnSession"];

const text = words.sessions;
const { moment, shortMoment } = words.format;
const nameOf = ({ browser }: Session) => browser ?? text.unknown;

function columns(busy: boolean, onEnd: (session: Session) => void): Column<Session>[] {
  return [
    {
      id: "browser",
      header: text.columns.browser,
      phone: "start",
      cell: (session) => (
        <>
          {nameOf(session)} {session.current && <span className="soft">{text.current}</span>}
          <span className="phone-only small soft">
            {text.phone(shortMoment(session.used_at), shortMoment(session.expires_at))}
          </span>
        </>
      ),
    },
    {
      id: "started",
      header: text.columns.started,
      cell: (session) => <span className="nowrap">{shortMoment(session.started_at)}</span>,
    },
    {
      id: "used",
      header: text.columns.used,
      cell: (session) => <span className="nowrap soft">{shortMoment(session.used_at)}</span>,
    },
    {
      id: "expires",
      header: text.columns.expires,
      cell: (session) => <span className="nowrap soft">{moment(session.expires_at)}</span>,
    },
    {
      id: "end",
      header: text.columns.end,
      phone: "end",
      cell: (session) =>
        session.current ? (
          <span className="soft">–</span>
        ) : (
          <Button
            look="plain"
            className="told-copy"
            aria-label={text.endOf(nameOf(session))}
            disabled={busy}
            onClick={() => onEnd(session)}
          >
            {text.end}
          </Button>
        ),
    },
  ];
}

/** Where somebody is signed in, with the way to end it there or everywhere. */
export function Sessions({ onEverywhere }: { onEverywhere: () => Promise<void> }) {
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const head = useRef<HTMLHeadingElement>(null);
  const [asks, setAsks] = useState(false);
  const [ended, setEnded] = useState<string | null>(null);
  const endOne = (session: Session) =>
    end.mutate(session.id, {
      onSuccess: () => {
        setEnded(nameOf(session));
        head.current?.focus();
      },
    });
  const n = sessions.data?.length ?? 0;
  return (
    <section className="form-part line">
      <div className="ph">
        <h2 ref={head} tabIndex={-1}>
          {text.title}
        </h2>
        {n > 0 && <span className="soft">{text.note(n)}</span>}
      </div>
      <Loaded asked={sessions}>
        {(all) => (
          <DataTable
            name={text.title}
            columns={columns(end.isPending, endOne)}
            rows={all}
            rowKey={(session) => session.id}
          />
        )}
      </Loaded>
      <div aria-live="polite">{ended !== null && <p className="note">{text.ended(ended)}</p>}</div>
      {end.isError && <ErrorState error={end.error} />}
      <div>
        <Button onClick={() => setAsks(true)}>{text.everywhere.action}</Button>
      </div>
      {asks && <Everywhere n={n} onEverywhere={onEverywhere} onClose={() => setAsks(false)} />}
    </section>
  );
}

function Everywhere({
  n,
  onEverywhere,
  onClose,
}: {
  n: number;
  onEverywhere: () => Promise<void>;
  onClose: () => void;
}) {
  const { everywhere: say } = text;
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const go = () => {
    setState({ busy: true, error: null });
    onEverywhere().catch((error: unknown) => setState({ busy: false, error }));
  };
  return (
    <Dialog title={say.title} onClose={onClose}>
      <p>{say.effect(n)}</p>
      {state.error !== null && <ErrorState error={state.error} />}
      <div className="dialog-foot">
        <Button onClick={onClose}>{say.cancel}</Button>
        <Button look="go" disabled={state.busy} onClick={go}>
          {state.busy ? say.working : say.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
