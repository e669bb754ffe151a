import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A sea chart's border: only around what can be kept or checked. */
export function Neatline({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={classNames("neat", className)}>
      <div>{children}</div>
    </div>
  );
}
