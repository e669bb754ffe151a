// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProblemError } from "./problem";
import { useAutosave } from "./use-autosave";

interface Note {
  text: string;
  etag: string;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(send: (form: string, etag: string) => Promise<Note>, elsewhere: Note) {
  return renderHook(
    ({ newest }: { newest: Note }) =>
      useAutosave<string, Note>({
        newest,
        etagOf: ({ etag }) => etag,
        formOf: ({ text }) => text,
        bodyOf: (form) => form,
        incomplete: () => false,
        send,
        reread: () => Promise.resolve(elsewhere),
      }),
    { initialProps: { newest: { text: "before", etag: "1" } } },
  );
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("what was typed is saved a second after the last change, against the version it began with", async () => {
  const send = vi.fn((text: string) => Promise.resolve({ text, etag: "2" }));
  const { result } = open(send, { text: "", etag: "9" });
  act(() => result.current.change(() => "a"));
  await pass(600);
  act(() => result.current.change(() => "ab"));
  await pass(600);
  expect(send).not.toHaveBeenCalled();
  expect(result.current.standing).toBe("waits");
  await pass(500);
  expect(send.mock.calls).toEqual([["ab", "1"]]);
  expect(result.current.standing).toBe("kept");
  expect(result.current.savedAt).not.toBeNull();
});

test("what was saved elsewhere is not overwritten unless one says so", async () => {
  const send = vi
    .fn<(text: string, etag: string) => Promise<Note>>()
    .mockRejectedValueOnce(new ProblemError(412, "stale"))
    .mockImplementation((text) => Promise.resolve({ text, etag: "4" }));
  const { result } = open(send, { text: "elsewhere", etag: "3" });
  act(() => result.current.change(() => "here"));
  await pass(1_100);
  expect(result.current.standing).toBe("stale");
  await pass(60_000);
  expect(send).toHaveBeenCalledTimes(1);
  act(() => result.current.keep());
  await pass(10);
  expect(send.mock.calls[1]).toEqual(["here", "3"]);
  expect(result.current.standing).toBe("kept");
});

test("whoever changed nothing sees what was saved elsewhere", async () => {
  const { result, rerender } = open(() => Promise.reject(new Error("unasked")), { text: "", etag: "9" });
  rerender({ newest: { text: "elsewhere", etag: "2" } });
  await pass(10);
  expect(result.current.form).toBe("elsewhere");
});

test("an outage keeps what was typed and tries again", async () => {
  const send = vi
    .fn<(text: string, etag: string) => Promise<Note>>()
    .mockRejectedValueOnce(new ProblemError(0, "unreachable"))
    .mockImplementation((text) => Promise.resolve({ text, etag: "2" }));
  const { result } = open(send, { text: "", etag: "9" });
  act(() => result.current.change(() => "typed"));
  await pass(1_100);
  expect(result.current.standing).toBe("failed");
  expect(result.current.form).toBe("typed");
  await pass(10_100);
  expect(result.current.standing).toBe("kept");
});
