import { useEffect, useRef, type ReactNode } from "react";

/** What was asked for is done: its title takes the focus, and one way leads on. */
export function DonePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="wrap page narrow">
      <div className="prose">
        <h1 ref={head} tabIndex={-1}>
          {title}
        </h1>
        <p>{text}</p>
      </div>
      <p className="after">{children}</p>
    </div>
  );
}
