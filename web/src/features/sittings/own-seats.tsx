import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { label, words } from "~/words/words";
import { ownSeatsQuery } from "./queries";
import { SeatMark, whereOf } from "./seat-mark";

const text = words.sittings;

/** Where one sits, waits or was. */
export function OwnSeats() {
  const own = useQuery(ownSeatsQuery);
  return (
    <section className="form-part line">
      <h2>{text.mine.title}</h2>
      <Loaded asked={own}>
        {(all) =>
          all.length === 0 ? (
            <p className="soft">{text.mine.none}</p>
          ) : (
            <ul className="held">
              {all.map((sitting) => (
                <Own key={sitting.id} sitting={sitting} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <Link to={paths.sittings()}>{text.mine.find}</Link>
      </p>
    </section>
  );
}

function Own({ sitting }: { sitting: Schemas["Sitting"] }) {
  const seat = sitting.own_seat;
  const off = (sitting.cancelled_at ?? null) !== null;
  return (
    <li className="stated seat">
      <div>
        <p>
          <Link to={paths.sitting(sitting.id)}>{sitting.title}</Link>
        </p>
        <p className="small soft">
          {label("SittingKind", sitting.kind)} · {text.span(sitting.starts_local, sitting.ends_local)} ·{" "}
          {whereOf(sitting)}
        </p>
      </div>
      {off || seat === null || seat === undefined ? (
        <span className="soft">{text.cancelled}</span>
      ) : (
        <SeatMark state={seat.state} result={seat.result} />
      )}
    </li>
  );
}
