import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ProblemError } from "~/api/problem";
import { WordsProvider } from "~/words/words-provider";
import { Loaded } from "./loaded";

const outage = new ProblemError(503, "unavailable", undefined, 5);
const refetch = vi.fn();

function page(asked: { data?: string; error?: Error | null; failureReason?: Error | null }) {
  return (
    <WordsProvider>
      <Loaded asked={{ data: undefined, error: null, refetch, ...asked }}>{(data) => <p>{data}</p>}</Loaded>
    </WordsProvider>
  );
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  refetch.mockClear();
});

test("an outage is said at the first failed try, stays while it is tried again, and gives way to the answer", () => {
  vi.useFakeTimers();
  const { rerender } = render(page({ failureReason: outage }));
  expect(screen.getByRole("alert").textContent).toContain("The database is not reachable");
  expect(screen.getByRole("alert").textContent).toContain("every 5 seconds");
  rerender(page({ error: outage }));
  act(() => void vi.advanceTimersByTime(5_000));
  expect(refetch).toHaveBeenCalledTimes(1);
  rerender(page({}));
  expect(screen.getByRole("alert").textContent).toContain("The database is not reachable");
  rerender(page({ data: "it is back" }));
  expect(screen.getByText("it is back")).toBeTruthy();
  act(() => void vi.advanceTimersByTime(60_000));
  expect(refetch).toHaveBeenCalledTimes(1);
});

test("a refusal is not tried again, and not kept for what is asked next", () => {
  vi.useFakeTimers();
  const { rerender } = render(page({ error: new ProblemError(404, "not_found") }));
  expect(screen.getByRole("alert")).toBeTruthy();
  act(() => void vi.advanceTimersByTime(60_000));
  expect(refetch).not.toHaveBeenCalled();
  rerender(page({}));
  expect(screen.getByRole("status").textContent).toBe("Loading");
});
