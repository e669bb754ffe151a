/** The table for people and the file for machines. */
import { writeFileSync } from "node:fs";

const width = (text) => [...text].length;

export function table(results) {
  const head = ["", "scenario", "rows", "goal", "floor", "ours", "ratio", "met?"];
  const rows = results.map((one) => [
    one.id,
    one.scenario,
    one.size ? one.size.toLocaleString("en") : "",
    one.goal ?? "",
    one.floor,
    one.ours,
    one.ratio,
    [one.met === undefined ? "" : one.met ? "yes" : one.gate === false ? "no, only reported" : "NO", one.note]
      .filter(Boolean)
      .join("; "),
  ]);
  const widths = head.map((name, at) => Math.max(width(name), ...rows.map((row) => width(row[at]))));
  widths[7] = 4;
  const line = (cells) =>
    `| ${cells.map((cell, at) => cell + " ".repeat(Math.max(0, widths[at] - width(cell)))).join(" | ")} |`;
  return [line(head), line(widths.map((n) => "-".repeat(n))), ...rows.map(line)].join("\n");
}

export function save(path, facts, results) {
  writeFileSync(path, `${JSON.stringify({ ...facts, results }, undefined, 2)}\n`);
}
