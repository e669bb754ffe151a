import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { CopyButton } from "~/ui/copy-button";
import { Neatline } from "~/ui/neatline";
import { words } from "~/words/words";

const text = words.complaint.sent;

/** The one moment at which the key is told. */
export function ComplaintSent({ made }: { made: Schemas["ComplaintMade"] }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const path = paths.ownComplaint(made.key);
  const link = new URL(path, window.location.origin).href;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {text.title}
      </h1>
      <Neatline className="keep">
        <div className="keep-body">
          <h2>{text.keep}</h2>
          <p className="soft">{text.about(made.complaint.certificate)}</p>
          <p>
            <bdi className="mono">{link}</bdi>
          </p>
          <p className="row">
            <CopyButton text={() => link} label={text.copy} done={text.copied} />
            <Link to={path}>{text.follow}</Link>
          </p>
        </div>
      </Neatline>
      <p>{text.keepHint}</p>
      <p>{text.next}</p>
    </>
  );
}
