import { expect, test } from "vitest";
import type { Schemas } from "~/api/client";
import { emptyAdvisory, fromAdvisory, toCreate, toUpdate } from "./advisory-form";

const advisory: Schemas["Advisory"] = {
  id: "1",
  status: "draft",
  demo: false,
  title: "VSAT terminals",
  what_happened: "w",
  lesson: "l",
  severity: "major",
  tlp: "clear",
  kind: "intrusion",
  sea_regions: ["baltic"],
  systems: ["vsat"],
  revision: 3,
};

test("a new advisory carries trimmed texts and known words", () => {
  const body = toCreate({ ...emptyAdvisory, title: "  A  ", systems: ["vsat", "gone"] });
  expect(body).toMatchObject({ title: "A", systems: ["vsat"], tlp: "clear" });
});

test("a marking that is no word becomes the narrowest", () => {
  expect(toCreate({ ...emptyAdvisory, tlp: "white" }).tlp).toBe("red");
});

test("a change carries only what was changed", () => {
  expect(toUpdate(advisory, { ...fromAdvisory(advisory), lesson: "new" })).toEqual({ lesson: "new" });
  expect(toUpdate(advisory, fromAdvisory(advisory))).toEqual({});
});
