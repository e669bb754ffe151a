import { useForm } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { useFaults } from "~/api/faults";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { TextField } from "~/ui/field";
import { QrCode } from "~/ui/qr-code";
import { ErrorState } from "~/ui/states";
import { useFaultFocus } from "~/ui/use-fault-focus";
import { words } from "~/words/words";
import { grouped } from "./grouped";
import { useConfirmFactor } from "./queries";

const { scan: text, cancel, working } = words.secondFactor;

/** The secret for the authenticator, as a picture and in letters, and its first code. */
export function Scan({
  secret: { secret, uri },
  replaces,
  onConfirmed,
  onCancel,
}: {
  secret: Schemas["FactorSecret"];
  replaces: boolean;
  onConfirmed: (codes: readonly string[]) => void;
  onCancel?: (() => void) | undefined;
}) {
  const { register, handleSubmit } = useForm<{ code: string }>({ defaultValues: { code: "" } });
  const confirm = useConfirmFactor();
  const { faultOf, unplaced } = useFaults(confirm.error, ["code"]);
  const form = useFaultFocus(confirm.error);
  return (
    <>
      <p className="soft">
        {text.note} {replaces && text.replaces}
      </p>
      <div className="scan">
        <QrCode content={uri} label={text.picture} />
        <div className="scan-secret">
          <p className="small soft" id="factor-secret">
            {text.secret}
          </p>
          <p className="mono" aria-labelledby="factor-secret" role="group">
            <bdi>{grouped(secret)}</bdi>
          </p>
          <CopyButton className="told-copy" text={() => secret} label={text.copy} done={text.copied} />
          <p className="small soft">{text.by}</p>
        </div>
      </div>
      <form
        ref={form}
        className="form"
        onSubmit={handleSubmit(({ code }) =>
          confirm.mutate(code.replaceAll(/\s/g, ""), { onSuccess: ({ codes }) => onConfirmed(codes) }),
        )}
      >
        <TextField
          label={text.code}
          hint={text.codeHint}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          fault={faultOf("code")}
          {...register("code")}
        />
        {unplaced !== null && <ErrorState error={unplaced} />}
        <div className="dialog-foot">
          {onCancel !== undefined && <Button onClick={onCancel}>{cancel}</Button>}
          <Button look="go" type="submit" disabled={confirm.isPending}>
            {confirm.isPending ? working : text.next}
          </Button>
        </div>
      </form>
    </>
  );
}
