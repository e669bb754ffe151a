import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { listExports } from "~/api/list-exports";
import { isMissing } from "~/api/problem";
import { paths } from "~/app/paths";
import { cursorOf } from "~/lib/cursor";
import { DataTable } from "~/ui/data-table";
import { ExportMenu } from "~/ui/export-menu";
import { Loaded } from "~/ui/loaded";
import { EmptyState, ErrorState, MissingPage } from "~/ui/states";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { seatsQuery, sittingQuery, useEnterAttendance } from "./queries";
import { seatColumns } from "./seat-columns";

const route = getRouteApi("/sittings/$id/seats");
const text = words.seats;
const { missing } = words.sittings;

/** Who sits in a sitting; once it has begun, who was there and how an exam ended. */
export function SeatsPage() {
  const { id } = route.useParams();
  const sitting = useQuery(sittingQuery(id));
  const lost = isMissing(sitting);
  useTitle(lost ? missing.title : text.title);
  if (lost) {
    return (
      <div className="wrap page">
        <MissingPage title={missing.title} text={missing.text}>
          <Link to={paths.sittings()}>{missing.back}</Link>
        </MissingPage>
      </div>
    );
  }
  return (
    <div className="wrap page">
      <p className="small crumbs">
        <Link to={paths.sitting(id)}>{sitting.data?.title ?? words.sittings.title}</Link>
      </p>
      <div className="headr">
        <h1>{text.title}</h1>
        <span className="push row">
          <ExportMenu
            look="normal"
            exports={listExports(`/api/v1/sittings/${id}/seats`, "", "bellbuoy-seats")}
          />
        </span>
      </div>
      <Loaded asked={sitting}>{(found) => <Seats sitting={found} />}</Loaded>
    </div>
  );
}

function Seats({ sitting }: { sitting: Schemas["Sitting"] }) {
  const [cursor, setCursor] = useState<string>();
  const page = useQuery(seatsQuery(sitting.id, cursor));
  const enter = useEnterAttendance(sitting.id);
  const begun = Date.parse(sitting.starts_at) <= Date.now();
  const turn = (link: string | null | undefined) => {
    const next = cursorOf(link);
    return next === undefined ? undefined : () => setCursor(next);
  };
  return (
    <>
      <p className="soft">{begun ? text.lead : text.notBegun}</p>
      {enter.isError && <ErrorState error={enter.error} />}
      <Loaded asked={page}>
        {({ items, prev, next }) =>
          items.length === 0 ? (
            <EmptyState title={text.none}>{begun ? text.noneCame : text.noneYet}</EmptyState>
          ) : (
            <DataTable
              name={text.title}
              columns={seatColumns({
                exam: sitting.kind === "exam",
                begun: begun && (sitting.cancelled_at ?? null) === null,
                busy: enter.isPending,
                onEnter: (seat, body) => enter.mutate({ seat, body }),
              })}
              rows={items}
              rowKey={(seat) => seat.id}
              paging={{ previous: turn(prev), next: turn(next) }}
            />
          )
        }
      </Loaded>
    </>
  );
}
