import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useAccount } from "~/api/session";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { EmptyState, ErrorState } from "~/ui/states";
import { TlpTag } from "~/ui/tlp-tag";
import { VerificationTicks } from "~/ui/verification-ticks";
import { label, words } from "~/words/words";
import { AcceptDialog } from "./accept-dialog";
import type { DeskCase } from "./case";
import { ChosenFacts } from "./chosen-facts";
import { useDeskLock } from "./key-ring";
import { shortName, ticksOf, tlpOf, verificationOf } from "./labels";
import { LinkDialog } from "./link-dialog";
import { ForeignPart } from "./foreign-part";
import { HelpPart } from "./help-part";
import { HelpMark, NoteSeverity } from "./marks";
import { NoteDialog } from "./note-dialog";
import { NotePart } from "./note-part";
import { titleOf } from "./notes";
import { OwnWords } from "./own-words";
import { isUndecided, PanelActions, type Act } from "./panel-actions";
import { PanelFrame } from "./panel-frame";
import { caseQuery } from "./queries";
import { RefuseDialog } from "./refuse-dialog";
import type { Row } from "./rows";
import { Thread } from "./thread-part";
import { Timeline } from "./timeline-part";

const text = words.desk.panel;

export interface Outcome {
  readonly id: string;
  readonly kind: "accepted" | "refused" | "duplicate" | "reopened" | "discarded";
  readonly reference?: string | undefined;
}

interface Shared {
  readonly act: Act | null;
  readonly onAct: (act: Act | null) => void;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly rows: readonly Row[];
}

export function ReportPanel({ id, onClose, ...shared }: { id: string; onClose: () => void } & Shared) {
  const lock = useDeskLock();
  const row = shared.rows.find((candidate) => candidate.id === id);
  const listed = row?.kind === "sealed" ? row.envelope : undefined;
  // Reading is audited and marks messages as seen: not for someone who cannot read.
  const shut = lock.state === "open" && listed !== undefined && !lock.ring.secrets.has(listed.epoch);
  const state = useQuery({ ...caseQuery(id), enabled: lock.state === "open" && !shut });
  const one = lock.state === "open" && state.data?.kind === "open" ? state.data.one : null;
  return (
    <PanelFrame
      subject={id}
      name={text.name(shortName(id))}
      onClose={onClose}
      mark={
        <>
          <bdi className="mono soft">{shortName(id)}</bdi>
          {one !== null && one.note !== null && <NoteSeverity note={one.note} />}
          {(one?.envelope ?? listed)?.help === true && <HelpMark />}
        </>
      }
    >
      {lock.state === "locked" ? (
        <Said>{words.desk.lock.locked}</Said>
      ) : shut ? (
        <Nothing title={text.sealed} hint={text.sealedHint(listed.epoch)} />
      ) : state.isPending && state.failureReason === null ? (
        <Said>{text.reading}</Said>
      ) : (
        <Loaded asked={state}>
          {(found) => {
            if (found.kind === "withdrawn")
              return <Nothing title={text.withdrawn} hint={text.withdrawnHint} />;
            if (found.kind === "sealed")
              return <Nothing title={text.sealed} hint={text.sealedHint(found.epoch)} />;
            if (found.kind === "foreign")
              return (
                <ForeignPart
                  foreign={found}
                  mayWrite={lock.ring.to !== null}
                  onClosed={() => shared.onOutcome({ id, kind: "discarded" })}
                />
              );
            return (
              <>
                <Freshness one={found.one} listed={listed} onReread={() => void state.refetch()} />
                {found.trouble !== null && (
                  <div className="ps">
                    <p className="strong">{text.settled}</p>
                    <ErrorState error={found.trouble} onRetry={() => void state.refetch()} />
                  </div>
                )}
                <ReportBody one={found.one} {...shared} />
              </>
            );
          }}
        </Loaded>
      )}
    </PanelFrame>
  );
}

function Said({ children }: { children: string }) {
  return (
    <div className="ps">
      <p className="soft" role="status">
        {children}
      </p>
    </div>
  );
}

function Nothing({ title, hint }: { title: string; hint: string }) {
  return (
    <div className="ps">
      <EmptyState title={title}>
        <p>{hint}</p>
      </EmptyState>
    </div>
  );
}

/** What the list knows and the opened report does not yet. Read again by hand: each reading is audited. */
function Freshness({
  one,
  listed,
  onReread,
}: {
  one: DeskCase;
  listed: { revision: number; waiting_messages: number } | undefined;
  onReread: () => void;
}) {
  const messages = listed?.waiting_messages ?? 0;
  const changed = listed !== undefined && listed.revision > one.envelope.revision;
  return (
    <div role="status">
      {(messages > 0 || changed) && (
        <div className="ps">
          <p className="note">
            {messages > 0 ? text.newMessages(messages) : text.changed}{" "}
            <Button onClick={onReread}>{text.reread}</Button>
          </p>
        </div>
      )}
    </div>
  );
}

function ReportBody({ one, act, onAct, onOutcome, rows }: { one: DeskCase } & Shared) {
  const account = useAccount();
  const lock = useDeskLock();
  const box = useRef<HTMLTextAreaElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const { id } = one.envelope;
  const mayWrite = lock.state === "open" && lock.ring.to !== null;
  const close = () => onAct(null);
  const came = (kind: Outcome["kind"], reference?: string) => {
    onAct(null);
    onOutcome({ id, kind, reference });
    window.requestAnimationFrame(() => head.current?.focus());
  };
  const undecided = isUndecided(one);
  useEffect(() => {
    if (act === null || act === "note") return;
    if (act === "reply") box.current?.focus();
    else if (undecided) return;
    onAct(null);
    // Only when the wish is new: while a decision is carried out the report is no longer undecided.
  }, [act]);

  return (
    <>
      <div className="ps">
        <h2 ref={head} tabIndex={-1}>
          {one.note?.title ?? titleOf(one.report)}
        </h2>
        <Judged one={one} />
        {one.envelope.help && undecided && <HelpPart />}
        {mayWrite ? (
          <PanelActions
            one={one}
            by={account?.name ?? ""}
            onAct={onAct}
            onReopened={() => came("reopened")}
          />
        ) : (
          <p className="small soft">{text.readOnly}</p>
        )}
      </div>
      <OwnWords one={one} />
      <ChosenFacts answers={one.report.answers} />
      <Thread one={one} mayWrite={mayWrite} box={box} />
      <Timeline one={one} />
      <NotePart one={one} onEdit={mayWrite ? () => onAct("note") : undefined} />
      {mayWrite && act === "note" && <NoteDialog one={one} onClose={close} />}
      {mayWrite && act === "accept" && (
        <AcceptDialog
          one={one}
          onClose={close}
          onDone={(after) => came("accepted", after.note?.incident?.reference)}
        />
      )}
      {mayWrite && act === "refuse" && (
        <RefuseDialog id={id} onClose={close} onDone={() => came("refused")} />
      )}
      {mayWrite && act === "link" && (
        <LinkDialog ids={[id]} others={rows} onClose={close} onDone={() => came("duplicate")} />
      )}
    </>
  );
}

function Judged({ one }: { one: DeskCase }) {
  const { note, report } = one;
  const level = note === null ? "anonymous_unverified" : verificationOf(note);
  const tlp = note === null ? "red" : tlpOf(note);
  const age = Date.now() - Date.parse(report.sealed_at);
  return (
    <div className="row judged">
      <VerificationTicks reached={ticksOf(level)} label={label("VerificationLevel", level)} />
      <span className="soft">
        {words.desk.anonymous} · {text.age(words.desk.age(age))}
      </span>
      <span className="push">
        <TlpTag level={tlp} label={label("Tlp", tlp)} />
      </span>
    </div>
  );
}
