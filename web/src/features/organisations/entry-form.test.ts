import { expect, test } from "vitest";
import type { Schemas } from "~/api/client";
import { fromEntry, toUpdate } from "./entry-form";

const entry: Schemas["Organisation"] = {
  id: "o",
  name: "Demo",
  kind: "port",
  country: "NL",
  website: "https://port.example",
  about: null,
  partner_as: ["legal"],
  status: "member",
  visibility: "hidden",
  reason: null,
  revision: 1,
};

test("an entry that was not changed sends nothing", () => {
  expect(toUpdate(entry, fromEntry(entry))).toEqual({});
});

test("only what differs is sent, and what was emptied is null", () => {
  const form = { ...fromEntry(entry), website: " ", about: " A port. ", partner_as: [] };
  expect(toUpdate(entry, form)).toEqual({ website: null, about: "A port.", partner_as: [] });
});
