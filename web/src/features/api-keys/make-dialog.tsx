import { Dialog } from "~/ui/dialog";
import { words } from "~/words/words";
import { MakeForm } from "./make-form";
import { ToldKey, useTold } from "./told";

const text = words.apiKeys;

/** A new key: what it opens, and then the key itself. */
export function MakeDialog({
  onClose,
  onPaired,
}: {
  onClose: () => void;
  /** A key without a secret was made: there is nothing to tell but its id. */
  onPaired: (id: string) => void;
}) {
  const { told, tell, close, ...way } = useTold(onClose);
  return (
    <Dialog title={told === null ? text.make.title : text.told.title(told.of.name)} onClose={close}>
      {told === null ? (
        <MakeForm
          onMade={({ key, api_key: of }) => {
            if (key === null || key === undefined) onPaired(of.id);
            else tell({ key, of, replaces: false });
          }}
          onCancel={onClose}
        />
      ) : (
        <ToldKey told={told} {...way} />
      )}
    </Dialog>
  );
}
