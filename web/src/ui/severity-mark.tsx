import { classNames } from "./class-names";

export type SeverityLevel = "critical" | "major" | "moderate" | "minor" | "low" | "unknown";

function Shape({ level }: { level: SeverityLevel }) {
  switch (level) {
    case "critical":
      return <path stroke="none" d="M6 0l6 6-6 6-6-6z" />;
    case "major":
      return <path stroke="none" d="M6 .5L12 11H0z" />;
    case "moderate":
      return <path stroke="none" d="M1 1h10v10H1z" />;
    case "minor":
      return <circle cx="6" cy="6" r="5" stroke="none" />;
    case "low":
      return <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" />;
    case "unknown":
      return <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" strokeDasharray="2.2 2.2" />;
  }
}

/** Shape, word and colour, always all three. */
export function SeverityMark({ level, label }: { level: SeverityLevel; label: string }) {
  return (
    <span className={classNames("sev", level === "unknown" ? "soft" : level)}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <Shape level={level} />
      </svg>
      {label}
    </span>
  );
}
