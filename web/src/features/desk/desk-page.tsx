import { EmptyState } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";

export function DeskPage() {
  useTitle(words.frame.rail.desk);
  return (
    <div className="page list-page">
      <h1>{words.frame.rail.desk}</h1>
      <EmptyState title={words.frame.deskEmpty} />
    </div>
  );
}
