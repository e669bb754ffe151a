import { expect, test } from "vitest";
import { wordsOf } from "~/words/words";
import { decisionsFor } from "./can";

test("what is decided stays decided", () => {
  const offered = wordsOf("ApplicationStatus").map(
    (status) => `${status}: ${decisionsFor(status).join(" ")}`,
  );
  expect(offered).toEqual([
    "applied: approve ask refuse",
    "asked: approve ask refuse",
    "approved: ",
    "refused: ",
  ]);
});
