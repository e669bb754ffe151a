import { expect, test } from "vitest";
import { faultsOf } from "./faults";
import { ProblemError } from "./problem";

const refusal = new ProblemError(422, "invalid", {
  type: "about:blank",
  title: "some fields do not fit",
  detail: "2 fields do not fit",
  status: 422,
  code: "invalid",
  request_id: "r",
  errors: [
    { pointer: "/title", code: "too_short", detail: "write at least 3 characters" },
    {
      pointer: "/services/0/state",
      code: "unknown_word",
      detail: "no such word",
      hint: "did you mean down?",
    },
  ],
});

test("each fault stands at its field, also from inside a list", () => {
  const { faultOf, unplaced } = faultsOf(refusal, ["title", "summary", "services"]);
  expect(faultOf("title")).toBe("write at least 3 characters");
  expect(faultOf("services")).toBe("no such word (did you mean down?)");
  expect(faultOf("summary")).toBeUndefined();
  expect(unplaced).toBeNull();
});

test("a fault that has no field here keeps the whole refusal in sight", () => {
  expect(faultsOf(refusal, ["title"]).unplaced).toBe(refusal);
});

test("a refusal without fields stays whole", () => {
  const outage = new ProblemError(503, "unavailable");
  expect(faultsOf(outage, ["title"]).unplaced).toBe(outage);
  expect(faultsOf(null, []).unplaced).toBeNull();
});
