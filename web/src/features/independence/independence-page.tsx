import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { IndependenceFields } from "./independence-fields";
import { IndependenceOutcome } from "./independence-outcome";
import { useCheckIndependence } from "./queries";

const text = words.independence;

/** Whether somebody may assess a ship, rule by rule. */
export function IndependencePage() {
  const check = useCheckIndependence();
  useTitle(text.title);
  return (
    <div className="wrap page form-page">
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      <IndependenceFields
        error={check.error}
        asking={check.isPending}
        onAsk={(question) => check.mutate(question)}
      />
      <div aria-live="polite">{check.data !== undefined && <IndependenceOutcome answer={check.data} />}</div>
    </div>
  );
}
