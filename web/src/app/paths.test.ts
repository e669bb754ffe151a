import { expect, test } from "vitest";
import { otherEntries, paths } from "./paths";

test("every address of the site", () => {
  const all = Object.entries({ ...paths, ...otherEntries }).map(([name, path]) => `${name} ${path("{id}")}`);
  expect(all.join("\n")).toMatchInlineSnapshot();
});
