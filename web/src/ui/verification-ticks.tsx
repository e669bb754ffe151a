import { classNames } from "./class-names";

/** Six ticks, filled up to the level reached; the word is always there for those who hear the page. */
export function VerificationTicks({
  reached,
  of = 6,
  label,
  quiet = false,
}: {
  reached: number;
  of?: number;
  label: string;
  quiet?: boolean;
}) {
  return (
    <span className="ver" title={quiet ? label : undefined}>
      <i aria-hidden="true">
        {Array.from({ length: of }, (_, at) => (
          <b key={at} className={at < reached ? "y" : undefined} />
        ))}
      </i>
      <span className={classNames(quiet && "vh")}>{label}</span>
    </span>
  );
}
