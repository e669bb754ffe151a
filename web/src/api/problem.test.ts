import { expect, test } from "vitest";
import { asProblem, fieldOf, ProblemError, toProblem, unreadable } from "./problem";

test("reads a problem document", () => {
  const problem = toProblem(new Response(null, { status: 422 }), {
    type: "https://a.example/problems/invalid",
    title: "some fields do not fit",
    status: 422,
    code: "invalid",
    request_id: "r-1",
    errors: [{ pointer: "/title", code: "too_short", detail: "write at least 3 characters" }],
  });
  expect(problem).toMatchObject({ status: 422, code: "invalid", requestId: "r-1" });
  expect(problem.faults[0]?.pointer).toBe("/title");
});

test("keeps the status of an answer that is no problem document", () => {
  expect(toProblem(new Response(null, { status: 502 }), "<html>")).toMatchObject({
    status: 502,
    code: unreadable,
    requestId: null,
  });
});

test("a pointer becomes the name of a form's field", () => {
  expect(fieldOf("/services/0/down_at")).toBe("services.0.down_at");
  expect(fieldOf("#/title")).toBe("title");
  expect(fieldOf("/a~1b")).toBe("a/b");
});

test("tells our refusals from other errors", () => {
  expect(asProblem(new ProblemError(404, "not_found"))?.status).toBe(404);
  expect(asProblem(new TypeError("x"))).toBeNull();
});
