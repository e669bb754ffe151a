import { useEffect, useRef } from "react";

/** Where a step begins; those who hear the page are taken there. */
export function StepHead({
  level,
  title,
  step,
  takesFocus,
}: {
  level: 2 | 3;
  title: string;
  step?: string | undefined;
  takesFocus: boolean;
}) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) head.current?.focus();
  }, [takesFocus]);
  const Tag = level === 2 ? "h2" : "h3";
  return (
    <div className="step-head">
      <Tag ref={head} tabIndex={-1}>
        {title}
      </Tag>
      {step !== undefined && <span className="small soft">{step}</span>}
    </div>
  );
}
