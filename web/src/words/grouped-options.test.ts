import { expect, test } from "vitest";
import { groupedOptions } from "./grouped-options";

test("words stand under their parent's name", () => {
  const taxonomy = {
    name: "system",
    version: "1",
    source: "s",
    words: [
      { word: "gnss", label: "", parent: "bridge" },
      { word: "vsat", label: "", parent: "communication" },
      { word: "ais", label: "", parent: "bridge" },
    ],
  };
  const groups = groupedOptions([taxonomy], "System", "SystemGroup");
  expect(groups.map((group) => [group.label, group.options.map((option) => option.value)])).toEqual([
    ["Bridge", ["gnss", "ais"]],
    ["Communication", ["vsat"]],
  ]);
});

test("all words are offered while the groups are not known", () => {
  expect(groupedOptions(undefined, "SizeBand", "SystemGroup")[0]?.options).toHaveLength(6);
});
