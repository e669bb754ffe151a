import { useState } from "react";
import type { Schemas } from "~/api/client";
import { BarredButton, Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { words } from "~/words/words";
import { managesEntry, organisationSteps, type Standing } from "./can";
import { LetLeaveForm } from "./let-leave-form";

const text = words.organisation.letLeave;

/** The way out for all: apart from everything else, and for owners. */
export function LetLeave({
  organisation,
  etag,
  standing,
  onReread,
}: {
  organisation: Schemas["Organisation"];
  etag: string;
  standing: Standing;
  onReread: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!managesEntry(standing) || organisation.status === "left") return null;
  return (
    <section className="form-part danger-part" aria-labelledby="let-leave">
      <h2 id="let-leave">{text.title}</h2>
      <Effects />
      <div>
        {organisationSteps(standing, organisation.status).includes("leave") ? (
          <Button look="danger" onClick={() => setOpen(true)}>
            {text.action}
          </Button>
        ) : (
          <BarredButton reason={text.barred}>{text.action}</BarredButton>
        )}
      </div>
      {open && (
        <Dialog title={text.titleOf(organisation.name)} onClose={close}>
          <Effects />
          <LetLeaveForm organisation={organisation} etag={etag} onReread={onReread} onCancel={close} />
        </Dialog>
      )}
    </section>
  );
}

function Effects() {
  return (
    <ul className="notes soft">
      {text.effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  );
}
