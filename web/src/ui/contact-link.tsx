/** A way to reach somebody: what a telephone or a mail program can open is a link. */
export function ContactLink({ kind, value }: { kind: "email" | "phone" | "website"; value: string }) {
  switch (kind) {
    case "email":
      return <a href={`mailto:${value}`}>{value}</a>;
    case "phone":
      return <a href={`tel:${value.replace(/[^+\d]/g, "")}`}>{value}</a>;
    case "website":
      return value;
  }
}
