import type { CertificationApplication } from "~/api/certification";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { declarationsField, otherDeclarations } from "./checklist";
import { useStep } from "./queries";

type Question = Schemas["CertificationQuestion"];

const text = words.certificationDraft.answers;

function isOpen({ answered_at: at }: Question): boolean {
  return (at ?? null) === null;
}

export function openQuestions({ questions, stage }: CertificationApplication): readonly Question[] {
  return stage === "asked" ? questions.filter(isOpen) : [];
}

/** Questions about a part; those about declarations stand together, as the declarations do. */
function questionsAt(application: CertificationApplication, field: string): readonly Question[] {
  const fields =
    field === declarationsField ? otherDeclarations(application).map(({ code }) => code) : [field];
  return application.questions.filter((one) => fields.includes(one.field));
}

/** What was asked about a field and what was answered. */
export function Answered({ application, field }: { application: CertificationApplication; field: string }) {
  return questionsAt(application, field).map((question) => (
    <div key={question.id} className="note question">
      <Asked question={question} />
      {typeof question.answer === "string" && (
        <>
          <p className="small soft">{text.answered}</p>
          <p className="pre-line">{question.answer}</p>
        </>
      )}
    </div>
  ));
}

function Asked({ question }: { question: Question }) {
  return (
    <>
      <p className="small soft">
        {text.question} · {text.asked(question.asked_at)}
      </p>
      <p className="pre-line strong">{question.words}</p>
    </>
  );
}

/** Beside a field that was asked about: the question, and the place for its answer. */
export function AnswerFields({
  application,
  field,
  answers,
  onAnswer,
}: {
  application: CertificationApplication;
  field: string;
  answers: Record<string, string>;
  onAnswer: (id: string, words: string) => void;
}) {
  const open = openQuestions(application);
  return questionsAt(application, field).map((question) =>
    open.includes(question) ? (
      <div key={question.id} className="note warn question">
        <Asked question={question} />
        <TextArea
          label={text.answer}
          rows={3}
          maxLength={4000}
          value={answers[question.id] ?? ""}
          onChange={({ target }) => onAnswer(question.id, target.value)}
        />
      </div>
    ) : (
      <div key={question.id} className="note question">
        <Asked question={question} />
        <p className="small soft">{text.answered}</p>
        <p className="pre-line">{question.answer}</p>
      </div>
    ),
  );
}

/** All answers go together, with what was changed meanwhile. */
export function AnswerPart({
  application,
  flush,
  answers,
}: {
  application: CertificationApplication;
  flush: () => Promise<CertificationApplication | null>;
  answers: Record<string, string>;
}) {
  const step = useStep(application.id);
  const given = openQuestions(application).map(({ id }) => ({
    question: id,
    words: (answers[id] ?? "").trim(),
  }));
  const left = given.filter(({ words: said }) => said === "").length;
  const send = async () => {
    const saved = await flush();
    if (saved === null) return;
    step.mutate({ body: { step: "answer", answers: given }, etag: saved.etag });
  };
  return (
    <section className="form-part danger-part">
      <h2>{text.title}</h2>
      <p className="soft">{text.note}</p>
      {step.isError && <ErrorState error={step.error} />}
      <div className="row">
        <Button look="go" disabled={left > 0 || step.isPending} onClick={() => void send()}>
          {step.isPending ? text.sending : text.action}
        </Button>
        {left > 0 && <span className="small soft">{text.left(left)}</span>}
      </div>
    </section>
  );
}
