import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";
import { rotaQuery } from "./queries";
import { RemoveDialog } from "./remove-dialog";
import { weeksOf, type Stretch } from "./weeks";

const text = words.rota;

/** The weeks to come, with the times in which nobody is on call. */
export function WeeksPart({ keeps }: { keeps: boolean }) {
  const rota = useQuery(rotaQuery);
  const [leaving, setLeaving] = useState<Schemas["Duty"] | null>(null);
  return (
    <section className="form-part line" aria-label={text.weeks.title}>
      <h2>{text.weeks.title}</h2>
      <Loaded asked={rota}>
        {(shown) => (
          <>
            <p>{text.weeks.gaps(shown.gaps.length)}</p>
            {weeksOf(shown).map(({ monday, stretches }) => (
              <div key={monday}>
                <h3>{text.weeks.of(monday)}</h3>
                <ul className="held">
                  {stretches.map((stretch) => (
                    <Line
                      key={stretch.duty?.id ?? stretch.from}
                      stretch={stretch}
                      onRemove={keeps ? setLeaving : undefined}
                    />
                  ))}
                </ul>
              </div>
            ))}
            <p className="small soft after">{text.weeks.shown(shown.from, shown.to)}</p>
          </>
        )}
      </Loaded>
      {leaving !== null && <RemoveDialog duty={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function Line({
  stretch: { from, to, duty },
  onRemove,
}: {
  stretch: Stretch;
  onRemove: ((duty: Schemas["Duty"]) => void) | undefined;
}) {
  return (
    <li className="stated seat">
      <div>
        <p>
          {duty === null ? (
            <StateMark tone="soon" label={text.weeks.gap} />
          ) : (
            <Link to={paths.consultant(duty.consultant_id)}>{duty.name}</Link>
          )}
        </p>
        <p className="small soft">{text.weeks.span(from, to)}</p>
      </div>
      {duty !== null && onRemove !== undefined && (
        <Button aria-label={text.remove.name(duty.name, from)} onClick={() => onRemove(duty)}>
          {text.remove.action}
        </Button>
      )}
    </li>
  );
}
