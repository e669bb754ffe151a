import { useAccount } from "~/api/session";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { keepsRota } from "./can";
import { EnterPart } from "./enter-part";
import { NowPart } from "./now-part";
import { WeeksPart } from "./weeks-part";

const text = words.rota;

/** Who can be called now, and who is on call in the weeks to come. */
export function RotaPage() {
  const keeps = keepsRota(useAccount());
  useTitle(text.title);
  return (
    <div className="wrap page">
      <div className="headr">
        <h1>{text.title}</h1>
        <span className="soft">{text.lead}</span>
      </div>
      <NowPart />
      <WeeksPart keeps={keeps} />
      {keeps && <EnterPart />}
    </div>
  );
}
