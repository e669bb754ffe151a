import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { signOut } from "~/api/session";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { words } from "~/words/words";
import { ProofForm } from "./proof-form";
import { useRemoveAccount } from "./queries";

const text = words.ownData.remove;

/** The way out: what goes, what stays and why, and then the password. */
export function Remove({
  email,
  withCode,
  staff,
  onCancel,
}: {
  email: string;
  withCode: boolean;
  staff: boolean;
  onCancel: () => void;
}) {
  const remove = useRemoveAccount();
  const navigate = useNavigate();
  const cache = useQueryClient();
  if (staff) {
    return (
      <>
        <p className="note">{text.staff}</p>
        <div className="dialog-foot">
          <Button onClick={onCancel}>{words.secondFactor.cancel}</Button>
        </div>
      </>
    );
  }
  const { data: kept } = remove;
  if (kept !== undefined) {
    const leave = async () => {
      await signOut();
      cache.clear();
      await navigate({ to: paths.front() });
    };
    return (
      <>
        <p className="strong">{text.done}</p>
        <p className="soft">{text.stays}</p>
        <ul className="plain-list">
          {kept.map(({ what, why }) => (
            <li key={what}>
              {what} <span className="soft">– {why}</span>
            </li>
          ))}
        </ul>
        <div className="dialog-foot">
          <Button look="go" autoFocus onClick={() => void leave()}>
            {text.leave}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p>{text.effect}</p>
      <p className="soft">{text.before}</p>
      <ProofForm
        email={email}
        withCode={withCode}
        action={text.confirm}
        look="danger"
        error={remove.error}
        busy={remove.isPending}
        onSubmit={(proof) => remove.mutate(proof)}
        onCancel={onCancel}
      />
    </>
  );
}
