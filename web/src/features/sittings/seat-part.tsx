import { Link } from "@tanstack/react-router";
import type { Schemas } from "~/api/client";
import type { Account } from "~/api/session";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { ErrorState } from "~/ui/states";
import { label, words } from "~/words/words";
import { useBook, useGiveUp } from "./queries";
import { SeatMark } from "./seat-mark";

type Sitting = Schemas["Sitting"];

const text = words.sittings.own;

/** One's own seat, and what one can do about it. */
export function SeatPart({ sitting, account }: { sitting: Sitting; account: Account | null }) {
  const seat = sitting.own_seat ?? null;
  return (
    <section className="form-part">
      <h2>{text.title}</h2>
      {seat === null ? <Free sitting={sitting} account={account} /> : <Own sitting={sitting} seat={seat} />}
    </section>
  );
}

function Free({ sitting, account }: { sitting: Sitting; account: Account | null }) {
  const book = useBook(sitting.id);
  if (!sitting.bookable) return <p className="soft">{text.closedNote}</p>;
  const free = sitting.free > 0;
  return (
    <>
      <p className="soft">{free ? text.freeNote : text.fullNote}</p>
      <p className="row" role="status">
        {account === null ? (
          <Link className="btn go" to={paths.signIn()} search={{ next: paths.sitting(sitting.id) }}>
            {text.signIn}
          </Link>
        ) : (
          <Button look="go" disabled={book.isPending} onClick={() => book.mutate()}>
            {book.isPending ? text.booking : free ? text.book : text.wait}
          </Button>
        )}
      </p>
      {book.isError && <ErrorState error={book.error} />}
    </>
  );
}

function said({ state, result, place_in_line: place }: Schemas["OwnSeat"]): string {
  switch (state) {
    case "booked":
      return text.have;
    case "waiting":
      return text.waits(place ?? 1);
    case "attended":
      return result === null || result === undefined
        ? text.attended
        : `${text.attended} ${text.result(label("SittingResult", result))}`;
    case "absent":
      return text.absent;
    case "cancelled":
      return text.closedNote;
  }
}

function Own({ sitting, seat }: { sitting: Sitting; seat: Schemas["OwnSeat"] }) {
  const giveUp = useGiveUp(sitting.id);
  const ahead = Date.parse(sitting.starts_at) > Date.now();
  const open = ahead && (seat.state === "booked" || seat.state === "waiting");
  const stands = (sitting.cancelled_at ?? null) === null;
  return (
    <>
      <p className="row" role="status">
        <SeatMark state={seat.state} result={seat.result} />
      </p>
      <p>{said(seat)}</p>
      {open && stands && (
        <p className="row">
          <Button disabled={giveUp.isPending} onClick={() => giveUp.mutate()}>
            {giveUp.isPending ? text.givingUp : seat.state === "waiting" ? text.leave : text.giveUp}
          </Button>
        </p>
      )}
      {giveUp.isError && <ErrorState error={giveUp.error} />}
    </>
  );
}
