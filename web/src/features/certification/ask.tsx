import { useState } from "react";
import type { CertificationApplication } from "~/api/certification";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { useStep } from "./queries";

export interface AskedQuestion {
  field: string;
  words: string;
}

const text = words.review.ask;
const least = 3;

/** Asks beside the field that a question is about; nothing is sent yet. */
export function AskBeside({
  field,
  questions,
  onAsk,
  onTakeBack,
}: {
  field: string;
  questions: readonly AskedQuestion[];
  onAsk: (words: string) => void;
  onTakeBack: (question: AskedQuestion) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  if (field.startsWith("requirement-") || field === "declarations") return null;
  return (
    <>
      {questions.map((question) => (
        <div key={question.words} className="note warn question">
          <p className="pre-line strong">{question.words}</p>
          <div className="row">
            <Button onClick={() => onTakeBack(question)}>{text.remove}</Button>
          </div>
        </div>
      ))}
      {typed === null ? (
        <div className="row">
          <Button look="plain" aria-label={text.besideName(field)} onClick={() => setTyped("")}>
            {text.beside}
          </Button>
        </div>
      ) : (
        <div className="note question">
          <TextArea
            label={text.words}
            rows={3}
            maxLength={2000}
            autoFocus
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <div className="row">
            <Button
              disabled={typed.trim().length < least}
              onClick={() => {
                onAsk(typed.trim());
                setTyped(null);
              }}
            >
              {text.beside}
            </Button>
            <Button look="plain" onClick={() => setTyped(null)}>
              {words.review.cancel}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

/** All questions go together. */
export function AskBar({
  application,
  questions,
  onSent,
}: {
  application: CertificationApplication;
  questions: readonly AskedQuestion[];
  onSent: () => void;
}) {
  const step = useStep(application.id);
  return (
    <div className="ask-bar" role="region" aria-label={text.send}>
      <p>
        <b>{text.waits(questions.length)}</b> <span className="small soft">{text.note}</span>
      </p>
      {step.isError && <ErrorState error={step.error} />}
      <Button
        look="go"
        disabled={step.isPending}
        onClick={() =>
          step.mutate(
            { body: { step: "ask", questions: [...questions] }, etag: application.etag },
            { onSuccess: onSent },
          )
        }
      >
        {step.isPending ? text.sending : text.send}
      </Button>
    </div>
  );
}
