import { otherEntries } from "~/app/paths";
import { saveText } from "~/lib/save-file";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { words } from "~/words/words";

const text = words.certificates.take;

/** Paper, clipboard and file; and where anybody checks what they hold. */
export function TakeAlong({ number, credential }: { number: string; credential: string }) {
  return (
    <section className="take" aria-label={text.title}>
      <Button look="go" onClick={() => window.print()}>
        {text.print}
      </Button>
      <CopyButton look="normal" text={() => credential} label={text.copy} done={text.copied} />
      <Button onClick={() => saveText(`${number}.jwt`, "application/vc+jwt", credential)}>{text.save}</Button>
      <p className="small soft">{text.note}</p>
      <p>
        <a href={`${otherEntries.verify()}#${credential}`}>{text.verify}</a>
      </p>
    </section>
  );
}
