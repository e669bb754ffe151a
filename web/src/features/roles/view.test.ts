import { expect, test } from "vitest";
import { told, views, viewsOf } from "./view";
import { verbs } from "./matrix";

const one = (id: string) => {
  const view = views.find((found) => found.id === id);
  if (view === undefined) throw new Error(`no view ${id}`);
  return told(view);
};

test("every column of both tables is a view of its own", () => {
  expect(new Set(views.map(({ id }) => id)).size).toBe(views.length);
  expect([viewsOf("within").length, viewsOf("staff").length]).toEqual([5, 6]);
});

test("each verb is said once, as what somebody may or may not", () => {
  for (const view of views) {
    const { may, mayNot } = told(view);
    expect([...may, ...mayNot].map(({ verb }) => verb).sort(), view.id).toEqual([...verbs].sort());
  }
});

test("what is limited says to what", () => {
  const text = (id: string, verb: string) => one(id).may.find((line) => line.verb === verb)?.text;
  expect(text("within-owner", "read")).toBe(
    "read incidents of their own organisation, and those known from public sources",
  );
  expect(text("staff-qa_reviewer", "read")).toBe(
    "read incidents that are known from public sources, and no others",
  );
  expect(text("staff-analyst", "read")).toBe("read every incident");
  expect(text("staff-analyst", "write")).toBe("write advisories");
});

test("an auditor reads and reports nothing", () => {
  expect(one("within-auditor").mayNot.map(({ text }) => text)).toContain("report incidents");
});
