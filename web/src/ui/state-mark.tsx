import { classNames } from "./class-names";

export type StateTone = "valid" | "waiting" | "soon" | "stopped" | "revoked" | "absent" | "open";

function Shape({ tone }: { tone: StateTone }) {
  switch (tone) {
    case "valid":
      return <path fill="none" strokeWidth="2" d="M1 6.5l3.5 3.5L11 2.5" />;
    case "waiting":
    case "soon":
      return <path fill="none" strokeWidth="1.5" d="M6 1a5 5 0 1 0 .01 0zM6 3v3.2l2 1.3" />;
    case "stopped":
    case "revoked":
      return <path fill="none" strokeWidth="2" d="M2 2l8 8M10 2l-8 8" />;
    case "absent":
      return <path fill="none" strokeWidth="1.5" strokeDasharray="2 1.5" d="M1.5 1.5h9v9h-9z" />;
    case "open":
      return <path fill="none" strokeWidth="1.5" d="M2 1.5h8v9H2zM4 4.5h4M4 7h4" />;
  }
}

const colours = {
  valid: "minor",
  waiting: "soft",
  soon: "major",
  stopped: "soft",
  revoked: "critical",
  absent: "soft",
  open: "soft",
} satisfies Record<StateTone, string>;

/** Where something stands: a shape and its word. */
export function StateMark({ tone, label }: { tone: StateTone; label: string }) {
  return (
    <span className={classNames("sev", colours[tone])}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <Shape tone={tone} />
      </svg>
      {label}
    </span>
  );
}
