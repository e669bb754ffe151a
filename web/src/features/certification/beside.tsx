import { createContext, use, type ReactNode } from "react";
import { partId } from "./checklist";

/** What stands beside a field: questions about it, and who may answer or ask. */
export const Beside = createContext<(field: string) => ReactNode>(() => null);

/** A part of an application, where the list of parts leads to. */
export function PartSection({
  field,
  title,
  aside,
  children,
}: {
  field: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const beside = use(Beside);
  const id = partId(field);
  return (
    <section className="form-part line" aria-labelledby={`${id}-title`}>
      <div className="part-head">
        <h2 id={`${id}-title`}>
          <span id={id} tabIndex={-1}>
            {title}
          </span>
        </h2>
        {aside}
      </div>
      {children}
      {beside(field)}
    </section>
  );
}
