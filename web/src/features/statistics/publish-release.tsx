import { useState } from "react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { ErrorState } from "~/ui/states";
import { words } from "~/words/words";
import { usePublishRelease } from "./queries";

const text = words.figures.live;

/** Freezes the public figures as of now, after saying what that changes. */
export function PublishRelease() {
  const [open, setOpen] = useState(false);
  const publish = usePublishRelease();
  const close = () => {
    setOpen(false);
    publish.reset();
  };
  return (
    <>
      <Button look="go" onClick={() => setOpen(true)}>
        {text.publish}
      </Button>
      {open && (
        <Dialog title={text.publishTitle} onClose={close}>
          <p>{text.publishText}</p>
          {publish.isError && <ErrorState error={publish.error} />}
          {publish.isSuccess && <p role="status">{text.published(publish.data.as_of)}</p>}
          <div className="dialog-foot">
            <Button onClick={close}>{publish.isSuccess ? words.ui.close : text.cancel}</Button>
            {!publish.isSuccess && (
              <Button look="go" disabled={publish.isPending} onClick={() => publish.mutate()}>
                {publish.isPending ? text.publishing : text.publish}
              </Button>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
