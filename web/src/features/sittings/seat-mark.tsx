import type { Schemas } from "~/api/client";
import { StateMark } from "~/ui/state-mark";
import { label, words } from "~/words/words";

type Sitting = Schemas["Sitting"];

const text = words.sittings;
const tones = {
  booked: "valid",
  waiting: "waiting",
  attended: "valid",
  absent: "absent",
  cancelled: "stopped",
} as const;

/** Where one's seat stands. */
export function SeatMark({
  state,
  result,
}: {
  state: Schemas["SeatState"];
  result?: Schemas["SittingResult"] | null | undefined;
}) {
  const said = label("SeatState", state);
  const ended = result === null || result === undefined ? null : label("SittingResult", result);
  const tone = result === "failed" ? "stopped" : tones[state];
  return <StateMark tone={tone} label={words.seats.entered(said, ended)} />;
}

/** How many seats are left. */
export function seatsOf(sitting: Sitting): string {
  if ((sitting.cancelled_at ?? null) !== null) return text.cancelled;
  if (!sitting.bookable) return text.closed;
  return sitting.free > 0 ? text.seatsFree(sitting.free, sitting.seats) : text.full(sitting.waiting);
}

/** Where it is held, in one line. */
export function whereOf({ port, place, online }: Sitting): string {
  const parts = [place, port?.name, online ? text.online : null];
  const known = parts.filter((part) => part !== null && part !== undefined);
  return known.length === 0 ? text.nowhere : known.join(", ");
}
