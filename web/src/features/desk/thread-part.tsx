import { useRef, useState, type RefObject } from "react";
import { MESSAGE_BUCKET, roomIn } from "~/lib/sealed/padding";
import { nowText } from "~/lib/sealed/report";
import { jsonBytes } from "~/lib/sealed/seal";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { label, words } from "~/words/words";
import type { DeskCase, Letter } from "./case";
import { PanelPart } from "./panel-frame";
import { write } from "./steps";
import { useStep } from "./use-step";

const text = words.desk.thread;

/** What is left of the one size that every message has. */
export function roomLeft(written: string): number {
  const message = { v: 1, at: nowText(new Date(0)), from: "desk", kind: "question", text: written };
  return roomIn(MESSAGE_BUCKET) - jsonBytes(message).length;
}

function LetterView({ letter }: { letter: Letter }) {
  const { message, toDesk } = letter;
  return (
    <li className={toDesk ? "letter in" : "letter"}>
      <p className="small soft">
        <span className="strong">{toDesk ? text.reporter : text.you}</span>{" "}
        <span>
          {label("MessageKind", message.kind)} · {words.desk.hour(message.at)}
        </span>
      </p>
      {message.status !== undefined && (
        <p className="soft">{text.status(label("MailboxStatus", message.status))}</p>
      )}
      {message.text !== "" && (
        <p className="pre-line" dir="auto">
          {message.text}
        </p>
      )}
    </li>
  );
}

export function Thread({
  one,
  mayWrite,
  box,
}: {
  one: DeskCase;
  mayWrite: boolean;
  box: RefObject<HTMLTextAreaElement | null>;
}) {
  return (
    <PanelPart title={text.title} aside={text.sealed}>
      {one.letters.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ol className="letters">
          {one.letters.map((letter) => (
            <LetterView key={letter.id} letter={letter} />
          ))}
        </ol>
      )}
      {one.unread > 0 && <p className="note warn small">{text.unread(one.unread)}</p>}
      {mayWrite && <Composer key={one.envelope.id} id={one.envelope.id} box={box} />}
    </PanelPart>
  );
}

function Composer({ id, box }: { id: string; box: RefObject<HTMLTextAreaElement | null> }) {
  const [written, setWritten] = useState("");
  const [question, setQuestion] = useState(true);
  const letterId = useRef(crypto.randomUUID());
  const send = useStep(id, write);
  const left = roomLeft(written.trim());
  const submit = () => {
    const body = { id: letterId.current, question, text: written.trim() };
    send.mutate(body, {
      onSuccess: () => {
        letterId.current = crypto.randomUUID();
        setWritten("");
      },
    });
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        ref={box}
        label={text.label}
        hint={text.hint}
        rows={3}
        dir="auto"
        value={written}
        fault={left < 0 ? text.over : undefined}
        onChange={(event) => {
          setWritten(event.target.value);
          if (send.isError) send.reset();
        }}
      />
      <label className="choice">
        <input type="checkbox" checked={question} onChange={(event) => setQuestion(event.target.checked)} />
        <span>{text.question}</span>
      </label>
      {send.isError && (
        <>
          <ErrorState error={send.error} />
          <p className="small soft">{text.failed}</p>
        </>
      )}
      <div className="row">
        <Button type="submit" disabled={send.isPending || left < 0 || written.trim() === ""}>
          {send.isPending ? text.sending : text.send}
        </Button>
        <span className="small soft">{left < 0 ? "" : text.left(left)}</span>
      </div>
    </form>
  );
}
