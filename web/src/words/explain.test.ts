import { expect, test } from "vitest";
import { ProblemError } from "~/api/problem";
import { explain } from "./explain";

const body = {
  type: "about:blank",
  title: "t",
  status: 409,
  code: "conflict",
  detail: "cannot accept",
  request_id: "r",
};

test("a known code speaks in our words", () => {
  expect(explain(new ProblemError(412, "stale", { ...body, code: "stale" })).title).toContain(
    "Someone changed this",
  );
});

test("another refusal speaks in the server's sentence", () => {
  expect(explain(new ProblemError(409, "conflict", body))).toMatchObject({
    detail: "cannot accept",
    requestId: "r",
  });
});

test("the faults of fields that a page does not show are told", () => {
  const faults = [{ pointer: "/x", code: "c", detail: "has to be a date" }];
  const said = explain(new ProblemError(422, "unfit", { ...body, code: "unfit", errors: faults }));
  expect(said.detail).toBe("has to be a date");
});

test("an outage says little and gives its number", () => {
  expect(
    explain(new ProblemError(500, "internal", { ...body, status: 500, code: "internal" })).requestId,
  ).toBe("r");
  expect(explain(new ProblemError(503, "unavailable", undefined, 5))).toMatchObject({ wait: 5, every: 5 });
  expect(explain(new ProblemError(0, "unreachable"))).toMatchObject({ wait: null, every: 10 });
  expect(explain(new ProblemError(412, "stale")).every).toBeNull();
  expect(explain(new Error("x")).title).toBe("Something went wrong on our side");
});
