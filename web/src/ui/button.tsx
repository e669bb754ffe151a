import { useId, type ComponentProps } from "react";
import { classNames } from "./class-names";

type Look = "normal" | "go" | "plain" | "danger";

const looks = {
  normal: "btn",
  go: "btn go",
  plain: "btn plain",
  danger: "btn danger",
} satisfies Record<Look, string>;

export function Button({ look = "normal", className, ...rest }: ComponentProps<"button"> & { look?: Look }) {
  return <button type="button" {...rest} className={classNames(looks[look], className)} />;
}

/** Something one may not do stays visible, with a dashed border and its reason beside it. */
export function BarredButton({ children, reason }: { children: string; reason: string }) {
  const id = useId();
  return (
    <span className="barred">
      <button type="button" className="btn off" aria-disabled="true" aria-describedby={id}>
        {children}
      </button>
      <span className="small soft" id={id}>
        {reason}
      </span>
    </span>
  );
}
