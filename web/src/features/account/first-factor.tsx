import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { SetUp } from "./set-up";
import type { Keeping } from "./use-keeping";

const text = words.secondFactor;

/** Staff without a second factor: this comes first, and nothing else is in the way. */
export function FirstFactor({ email, keeping }: { email: string; keeping: Keeping }) {
  useTitle(text.first.title);
  return (
    <>
      <h1>{text.first.title}</h1>
      {keeping.codes === null && <p className="note warn">{text.first.why}</p>}
      <SetUp email={email} has={false} level={2} keeping={keeping} last={text.keep.next} />
    </>
  );
}
