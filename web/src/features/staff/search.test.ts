import { expect, test } from "vitest";
import { staffSearch } from "./search";

test("the address names a person by id, and nothing else", () => {
  const person = "01a21f98-c25d-759e-a33a-000000000000";
  expect(staffSearch({ person })).toEqual({ person });
  expect(staffSearch({ person: "../admin" })).toEqual({ person: undefined });
});
