import type { ReactNode } from "react";

export function Passage({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="passage line" id={id}>
      <h2>{title}</h2>
      <div className="prose">{children}</div>
    </section>
  );
}
