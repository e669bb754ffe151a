import { expect, test } from "vitest";
import { changed } from "./changed";

test("keeps only what differs", () => {
  expect(changed({ title: "a", systems: ["x"] }, { title: "b", systems: ["x"] })).toEqual({ title: "b" });
});
