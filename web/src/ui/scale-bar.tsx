import { classNames } from "./class-names";

/** A chart's scale bar: `filled` of `parts` segments in ink. */
export function ScaleBar({ parts, filled, label }: { parts: number; filled: number; label: string }) {
  return (
    <span className="scale" role="img" aria-label={label}>
      {Array.from({ length: parts }, (_, at) => (
        <b key={at} className={classNames(at < filled && "y")} />
      ))}
    </span>
  );
}
