import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { isMissing } from "~/api/problem";
import { useAccount } from "~/api/session";
import { otherEntries, paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { Loaded } from "~/ui/loaded";
import { MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { label, words } from "~/words/words";
import { runsSittings } from "./can";
import { CancelDialog } from "./cancel-dialog";
import { sittingQuery } from "./queries";
import { seatsOf } from "./seat-mark";
import { SeatPart } from "./seat-part";

type Sitting = Schemas["Sitting"];

const route = getRouteApi("/sittings/$id");
const text = words.sittings;

/** One sitting: when, where, what it is good for, and one's own seat. */
export function SittingPage() {
  const { id } = route.useParams();
  const account = useAccount();
  const sitting = useQuery(sittingQuery(id));
  const missing = isMissing(sitting);
  useTitle(missing ? text.missing.title : (sitting.data?.title ?? text.title));
  if (missing) {
    return (
      <div className="wrap page">
        <MissingPage title={text.missing.title} text={text.missing.text}>
          <Link to={paths.sittings()}>{text.missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.sittings()}>{text.title}</Link>
      </p>
      <Loaded asked={sitting}>
        {(found) => (
          <article className="article">
            <header>
              <p className="row small soft">
                {label("SittingKind", found.kind)}
                {found.demo && <span className="demo">{words.frame.demoMark}</span>}
              </p>
              <h1>{found.title}</h1>
              {found.cancelled_at !== null && found.cancelled_at !== undefined && (
                <p className="note bad">
                  {text.cancelledOn(found.cancelled_at, found.cancelled_because ?? "")}
                </p>
              )}
              {runsSittings(account) && <Run sitting={found} />}
            </header>
            <div className="article-body">
              <div>
                <SeatPart sitting={found} account={account} />
                <Told title={text.about} said={found.about ?? text.noAbout} />
                <Told title={text.agenda} said={found.agenda} />
                <Told title={text.minutes} said={found.minutes} />
                <Told title={text.outcomes} said={found.outcomes} />
              </div>
              <aside>
                <Facts sitting={found} />
                <p>
                  <a href={otherEntries.sittingCalendar(found.id)}>{text.calendar}</a>
                </p>
              </aside>
            </div>
          </article>
        )}
      </Loaded>
    </div>
  );
}

function Told({ title, said }: { title: string; said: string | null | undefined }) {
  if (said === null || said === undefined) return null;
  return (
    <section className="prose told">
      <h2>{title}</h2>
      <p className="pre-line">{said}</p>
    </section>
  );
}

function Run({ sitting }: { sitting: Sitting }) {
  const [cancels, setCancels] = useState(false);
  const ahead = Date.parse(sitting.starts_at) > Date.now();
  const stands = (sitting.cancelled_at ?? null) === null;
  return (
    <p className="row">
      {stands && (
        <Link className="btn" to={paths.editSitting(sitting.id)}>
          {text.admin.change}
        </Link>
      )}
      <Link className="btn" to={paths.seats(sitting.id)}>
        {text.admin.seats}
      </Link>
      {stands && ahead && <Button onClick={() => setCancels(true)}>{text.admin.cancel}</Button>}
      {cancels && <CancelDialog sitting={sitting} onClose={() => setCancels(false)} />}
    </p>
  );
}

function Facts({ sitting }: { sitting: Sitting }) {
  const { port, place, requirement, online, online_url: link } = sitting;
  return (
    <dl className="kv">
      <dt>{text.facts.when}</dt>
      <dd>{text.spanIn(sitting.starts_local, sitting.ends_local, sitting.time_zone)}</dd>
      <dt>{text.facts.where}</dt>
      <dd>
        {place !== null && place !== undefined && <p>{place}</p>}
        {port !== null && port !== undefined && <p>{text.port(port.name, port.code)}</p>}
        {online && <p>{text.online}</p>}
      </dd>
      {online && (
        <>
          <dt>{text.facts.link}</dt>
          <dd>
            {link === null || link === undefined ? (
              <span className="soft">{text.facts.linkLater}</span>
            ) : (
              <a href={link} rel="noreferrer">
                <bdi>{link}</bdi>
              </a>
            )}
          </dd>
        </>
      )}
      {requirement !== null && requirement !== undefined && (
        <>
          <dt>{text.facts.meets}</dt>
          <dd>
            <Link to={paths.scheme(requirement.scheme)}>{requirement.label}</Link>
          </dd>
        </>
      )}
      <dt>{text.facts.counts}</dt>
      <dd>{text.hours(sitting.hours)}</dd>
      <dt>{text.facts.seats}</dt>
      <dd>{seatsOf(sitting)}</dd>
      <dt>{text.facts.until}</dt>
      <dd>{text.until(sitting.book_until_local)}</dd>
    </dl>
  );
}
