import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { paths } from "~/app/paths";
import { demo } from "~/lib/mode";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { words } from "~/words/words";

const text = words.staff;

/** What goes to the person; where no letters are sent, the link that is handed over. */
export function ToldLink({
  email,
  link,
  onClose,
}: {
  email: string;
  link: string | null | undefined;
  onClose: () => void;
}) {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <div ref={first} className="outcome note" tabIndex={-1}>
        {link === null || link === undefined ? (
          <p>
            {text.told.letter(email)} {demo && <Link to={paths.letters()}>{text.told.letters}</Link>}
          </p>
        ) : (
          <>
            <p>{text.told.link}</p>
            <p className="told-key mono">
              <bdi>{link}</bdi>
            </p>
            <CopyButton look="normal" text={() => link} label={text.told.copy} done={text.told.copied} />
          </>
        )}
      </div>
      <div className="dialog-foot">
        <Button look="go" onClick={onClose}>
          {text.close}
        </Button>
      </div>
    </>
  );
}
