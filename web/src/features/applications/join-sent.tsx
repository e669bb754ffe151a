import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { paths } from "~/app/paths";
import { CopyButton } from "~/ui/copy-button";
import { Neatline } from "~/ui/neatline";
import { words } from "~/words/words";
import type { Sent } from "./join-page";
import { NextSteps } from "./next-steps";

const text = words.join;

/** The one moment at which the key is told. */
export function JoinSent({ sent: { made, email } }: { sent: Sent }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const path = paths.followed(made.key);
  const link = new URL(path, window.location.origin).href;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {text.sent.title}
      </h1>
      <Neatline className="keep">
        <div className="keep-body">
          <h2>{text.sent.keep}</h2>
          <p className="soft">{text.sent.forWhom(made.application.name)}</p>
          <p>
            <bdi className="mono">{link}</bdi>
          </p>
          <p className="row">
            <CopyButton text={() => link} label={text.sent.copy} done={text.sent.copied} />
            <Link to={path}>{text.sent.follow}</Link>
          </p>
        </div>
      </Neatline>
      <p>{text.sent.keepHint}</p>
      <p>{text.sent.letter(email)}</p>
      <NextSteps />
    </>
  );
}
