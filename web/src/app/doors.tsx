import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "~/ui/button";
import { words } from "~/words/words";
import { otherEntries, paths } from "./paths";

const text = words.front;

/** Three ways in, each of which already holds its first step. */
export function Doors() {
  const navigate = useNavigate();
  return (
    <section className="doors" aria-label={text.doors}>
      <div className="door first">
        <h2>{text.report.title}</h2>
        <p>{text.report.text}</p>
        <div className="row">
          <a className="btn" href={otherEntries.report()}>
            {text.report.start}
          </a>
          <a href={otherEntries.mailbox()}>{text.report.answer}</a>
          <a href={otherEntries.helpNow()}>{text.report.help}</a>
        </div>
      </div>
      <div className="door">
        <h2>
          <Link to={paths.consultants()}>{text.consultant.title}</Link>
        </h2>
        <p>{text.consultant.text}</p>
        <FirstStep
          {...text.consultant}
          onSubmit={(q) => void navigate({ to: paths.consultants(), search: q === "" ? {} : { q } })}
        />
      </div>
      <div className="door">
        <h2>
          <a href={otherEntries.verify()}>{text.check.title}</a>
        </h2>
        <p>
          {text.check.text} <a href={otherEntries.proof()}>{text.check.proof}</a>
        </p>
        <FirstStep
          {...text.check}
          onSubmit={(number) => {
            if (number === "") window.location.assign(otherEntries.verify());
            else void navigate({ to: paths.certificate(number) });
          }}
        />
      </div>
    </section>
  );
}

function FirstStep({
  field,
  action,
  onSubmit,
}: {
  field: string;
  action: string;
  onSubmit: (typed: string) => void;
}) {
  const [typed, setTyped] = useState("");
  return (
    <form
      className="first-step"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(typed.trim());
      }}
    >
      <input
        className="field"
        aria-label={field}
        placeholder={field}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{action}</Button>
    </form>
  );
}
