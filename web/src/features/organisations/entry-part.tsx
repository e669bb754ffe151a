import { useState } from "react";
import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import { label, words } from "~/words/words";
import { partnersOf } from "./directory-columns";
import { EntryFields } from "./entry-fields";

const text = words.organisation.entry;

/** What the organisation says of itself; changed by who manages it. */
export function EntryPart({
  organisation,
  etag,
  editable,
  onReread,
}: {
  organisation: Schemas["Organisation"];
  etag: string;
  editable: boolean;
  onReread: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  return (
    <section className="form-part line">
      <div className="ph">
        <h2>{text.title}</h2>
        <span className="soft" role="status">
          {saved ? text.saved : ""}
        </span>
        {editable && !open && (
          <Button
            className="push"
            onClick={() => {
              setSaved(false);
              setOpen(true);
            }}
          >
            {text.edit}
          </Button>
        )}
      </div>
      {open ? (
        <EntryFields
          organisation={organisation}
          etag={etag}
          onReread={onReread}
          onClose={(changed) => {
            setSaved(changed);
            setOpen(false);
          }}
        />
      ) : (
        <Shown organisation={organisation} />
      )}
      <p className="small soft">{editable ? text.note : text.readOnly}</p>
    </section>
  );
}

function Shown({ organisation }: { organisation: Schemas["Organisation"] }) {
  const { visibility, website, about } = organisation;
  return (
    <dl className="kv entry">
      <dt>{text.visibility}</dt>
      <dd>
        <b>{label("Visibility", visibility)}</b> <br />
        <span className="soft">{text.means[visibility]}</span>
      </dd>
      <dt>{text.website}</dt>
      <dd>
        <bdi>{website ?? text.none}</bdi>
      </dd>
      <dt>{text.about}</dt>
      <dd className="pre-line">{about ?? text.none}</dd>
      <dt>{text.partner}</dt>
      <dd>{organisation.partner_as.length === 0 ? text.none : partnersOf(organisation)}</dd>
    </dl>
  );
}
