import { useState } from "react";
import type { Schemas } from "~/api/client";
import { asProblem } from "~/api/problem";
import { useAccount } from "~/api/session";
import { BarredButton, Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { ErrorState } from "~/ui/states";
import { label, words } from "~/words/words";
import { releaseOffer } from "./can";
import { useReleaseAdvisory } from "./queries";

const text = words.advisories;

/** The second person's step: reads the text once more, then makes it public. */
export function ReleasePanel({
  advisory,
  etag,
  onStale,
}: {
  advisory: Schemas["Advisory"];
  etag: string;
  onStale: () => void;
}) {
  const offer = releaseOffer(useAccount(), advisory);
  const [open, setOpen] = useState(false);
  const release = useReleaseAdvisory(advisory.id);
  if (offer === "hidden") return null;
  if (offer !== "offered")
    return <BarredButton reason={text.release.barred[offer]}>{text.release.action}</BarredButton>;
  const close = () => {
    setOpen(false);
    release.reset();
  };
  const stale = asProblem(release.error)?.status === 412;
  return (
    <>
      <Button look="go" onClick={() => setOpen(true)}>
        {text.release.action}
      </Button>
      {open && (
        <Dialog title={text.release.title} onClose={close}>
          <p>{text.release.effect(label("Tlp", advisory.tlp))}</p>
          <p>{text.release.check}</p>
          {release.isError && (
            <ErrorState
              error={release.error}
              onRetry={
                stale
                  ? () => {
                      close();
                      onStale();
                    }
                  : undefined
              }
            />
          )}
          <div className="dialog-foot">
            <Button onClick={close}>{text.cancel}</Button>
            <Button
              look="go"
              disabled={release.isPending}
              onClick={() => release.mutate(etag, { onSuccess: close })}
            >
              {text.release.action}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
