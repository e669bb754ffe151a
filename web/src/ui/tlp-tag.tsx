import { classNames } from "./class-names";

export type TlpLevel = "clear" | "green" | "amber" | "amber+strict" | "red";

const colours = {
  clear: null,
  green: "g",
  amber: "a",
  "amber+strict": "a",
  red: "r",
} satisfies Record<TlpLevel, string | null>;

export function TlpTag({ level, label }: { level: TlpLevel; label: string }) {
  return <span className={classNames("tlp", colours[level])}>{label}</span>;
}
