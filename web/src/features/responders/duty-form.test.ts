import { expect, test } from "vitest";
import { dutyOf, personIn } from "./duty-form";

const id = "0198c7a2-5b1e-7c3d-9f00-0123456789ab";

test("an id is found alone and in the address of a page", () => {
  expect(personIn(id.toUpperCase())).toBe(id);
  expect(personIn(`https://bellbuoy.example/consultants/${id}?write=yes`)).toBe(id);
  expect(personIn("Ada Lind")).toBeUndefined();
});

test("what was typed leaves as UTC", () => {
  expect(dutyOf({ person: id, starts: "2026-11-28T18:00", ends: "2026-12-05T18:00:30" })).toEqual({
    consultant_id: id,
    starts_at: "2026-11-28T18:00:00Z",
    ends_at: "2026-12-05T18:00:30Z",
  });
});
