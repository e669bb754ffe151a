import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { StateMark } from "~/ui/state-mark";
import { words } from "~/words/words";
import { standingQuery } from "./queries";

const text = words.cpd.standing;

/** Of each certificate in force: the hours of its term against what its scheme asks for. */
export function CpdStanding() {
  const standing = useQuery(standingQuery);
  return (
    <section className="form-part line">
      <h2>{text.title}</h2>
      <Loaded asked={standing}>
        {({ certificates }) =>
          certificates.length === 0 ? (
            <p className="soft">{text.none}</p>
          ) : (
            <>
              <ul className="held">
                {certificates.map((one) => (
                  <Standing key={one.number} standing={one} />
                ))}
              </ul>
              <p className="small soft">{text.asOf(standing.dataUpdatedAt)}</p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function Standing({ standing }: { standing: Schemas["CpdStanding"] }) {
  const { number, discipline, hours_asked: asked, hours_logged: logged, hours_missing: missing } = standing;
  return (
    <li className="logged">
      <div>
        <p>
          {discipline} · <b>{text.logged(logged, asked)}</b>
        </p>
        <meter min={0} max={asked} value={Math.min(logged, asked)} aria-label={text.logged(logged, asked)} />
        <p className="small soft">
          {text.term(standing.term_from)} · {text.ends(standing.valid_to, standing.days_left)} ·{" "}
          {standing.renewal_open ? text.open : text.opens(standing.renewal_opens_on)}
        </p>
      </div>
      <StateMark tone={missing === 0 ? "valid" : "soon"} label={text.missing(missing)} />
      <Link to={paths.certificate(number)}>
        <bdi className="mono">{number}</bdi>
      </Link>
    </li>
  );
}
