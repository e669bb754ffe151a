import { useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { words } from "~/words/words";
import { AnswerDialog } from "./answer-dialog";

const text = words.ratingFigures;

/** What a customer wrote, what is answered to it, and, for who is rated, where their answer stands. */
export function Remark({ remark }: { remark: Schemas["RatingRemark"] }) {
  const [answering, setAnswering] = useState(false);
  const { answer, organisation, own_answer: own } = remark;
  return (
    <div className="note">
      <p className="pre-line">{remark.words}</p>
      <p className="soft small">{text.by(organisation ?? null)}</p>
      {answer !== null && answer !== undefined && (
        <p className="pre-line">
          <span className="strong">{text.answer}</span> {answer}
        </p>
      )}
      {own !== null && own !== undefined && (
        <>
          {own.status === "pending" && <p className="soft">{text.own.pending}</p>}
          {own.status === "refused" && <p className="soft">{text.own.refused(own.reason ?? "")}</p>}
          {own.open && (
            <Button aria-label={text.own.answerTo} onClick={() => setAnswering(true)}>
              {text.own.answer}
            </Button>
          )}
          {answering && (
            <AnswerDialog
              id={remark.id}
              etag={own.etag}
              words={own.words ?? ""}
              onClose={() => setAnswering(false)}
            />
          )}
        </>
      )}
    </div>
  );
}
