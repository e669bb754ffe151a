// @vitest-environment node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { words } from "./words";

const page = readFileSync(join(import.meta.dirname, "../../report.html"), "utf8").replace(/\s+/g, " ");

describe("the page before its script", () => {
  it("says the first actions in the same words as after", () => {
    const { now, title } = words.form;
    for (const text of [
      title,
      now.title,
      ...now.actions,
      now.desk,
      now.danger,
      now.channels,
      words.demo.title,
    ]) {
      expect(page).toContain(text);
    }
  });

  it("says what else one can do without a script", () => {
    const still = /<noscript>(.*)<\/noscript>/.exec(page)?.[1] ?? "";
    for (const way of ["bellbuoy report", "telephone", "Another browser"]) expect(still).toContain(way);
  });

  it("brings nothing inline and nothing from elsewhere", () => {
    expect(page).not.toMatch(/<style|style=|https?:|<script(?![^>]*src=)| on\w+=/);
  });

  it("has the places that the server fills in", () => {
    expect(page).toContain('name="bellbuoy-mode" content="__BELLBUOY_MODE__"');
    expect(page).toContain('name="bellbuoy-duty-desk" content="__BELLBUOY_DUTY_DESK__"');
  });
});
