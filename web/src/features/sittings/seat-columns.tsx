import type { Schemas } from "~/api/client";
import { Button } from "~/ui/button";
import type { Column } from "~/ui/data-table";
import { words } from "~/words/words";
import { SeatMark } from "./seat-mark";

type Seat = Schemas["Seat"];
type Attendance = Schemas["AttendanceUpdate"];

const text = words.seats;

interface Choice {
  name: string;
  body: Attendance;
}

/** Of an exam how it ended, of all else whether somebody was there. */
function choices(exam: boolean): Choice[] {
  const there: Choice[] = exam
    ? [
        { name: text.passed, body: { state: "attended", result: "passed" } },
        { name: text.failed, body: { state: "attended", result: "failed" } },
      ]
    : [{ name: text.attended, body: { state: "attended" } }];
  return [...there, { name: text.absent, body: { state: "absent" } }];
}

function is(seat: Seat, { state, result }: Attendance): boolean {
  return seat.state === state && (seat.result ?? null) === (result ?? null);
}

export function seatColumns({
  exam,
  begun,
  busy,
  onEnter,
}: {
  exam: boolean;
  begun: boolean;
  busy: boolean;
  onEnter: (seat: Seat, body: Attendance) => void;
}): Column<Seat>[] {
  return [
    {
      id: "name",
      header: text.columns.name,
      phone: "main",
      cell: (seat) => <span className="nowrap">{seat.name}</span>,
    },
    {
      id: "email",
      header: text.columns.email,
      grows: true,
      cell: (seat) => <bdi className="soft">{seat.email}</bdi>,
    },
    {
      id: "asked",
      header: text.columns.asked,
      cell: (seat) => <span className="soft nowrap">{words.format.moment(seat.asked_at)}</span>,
    },
    {
      id: "state",
      header: text.columns.state,
      phone: "start",
      cell: (seat) => <SeatMark state={seat.state} result={seat.result} />,
    },
    {
      id: "enter",
      header: text.columns.enter,
      phone: "under",
      cell: (seat) =>
        begun && seat.state !== "waiting" && seat.state !== "cancelled" ? (
          <span className="row attendance">
            {choices(exam).map(({ name, body }) => (
              <Button
                key={name}
                aria-label={text.enterName(name, seat.name)}
                aria-pressed={is(seat, body)}
                disabled={busy || is(seat, body)}
                onClick={() => onEnter(seat, body)}
              >
                {name}
              </Button>
            ))}
          </span>
        ) : null,
    },
  ];
}
