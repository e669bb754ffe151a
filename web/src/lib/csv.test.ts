import { expect, test } from "vitest";
import { csv } from "./csv";

test("quotes what needs quoting and keeps numbers bare", () => {
  expect(csv([["a,b", 5, null, 'say "x"']])).toBe('\uFEFF"a,b",5,,"say ""x"""\r\n');
});

test("a cell that a spreadsheet would run is disarmed", () => {
  expect(csv([["=1+1"], ["@x"], ["＋1"]])).toBe('\uFEFF"\'=1+1"\r\n"\'@x"\r\n"\'＋1"\r\n');
});
