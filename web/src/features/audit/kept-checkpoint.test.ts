import { expect, test } from "vitest";
import { readCheckpoint, writeCheckpoint } from "./kept-checkpoint";

const checkpoint = {
  format: "bellbuoy-audit-checkpoint-v1",
  number: 42,
  hash: "0".repeat(64),
  hour: "2026-11-21T12:00:00Z",
  kid: "k",
  signature: "s",
};

test("a checkpoint that was saved is read again as it was", () => {
  const { name, content } = writeCheckpoint(checkpoint);
  expect(name).toBe("bellbuoy-audit-000000000042.json");
  expect(readCheckpoint(content)).toEqual(checkpoint);
});

test("what is no checkpoint is not sent", () => {
  for (const content of ["", "null", "[]", "7", "{", JSON.stringify({ ...checkpoint, number: "42" })])
    expect(readCheckpoint(content), content).toBeNull();
  for (const field of ["format", "number", "hash", "hour", "kid", "signature"])
    expect(readCheckpoint(JSON.stringify({ ...checkpoint, [field]: undefined })), field).toBeNull();
});
