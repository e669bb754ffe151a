import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  currentLock,
  idleMinutes,
  lockDesk,
  onLock,
  openDesk,
  renewRing,
  warningMinutes,
  type KeyRing,
} from "./key-ring";

const session = vi.hoisted(() => ({ account: "me", state: "somebody" }));
vi.mock("~/api/session", () => ({
  currentSession: () =>
    session.state === "somebody"
      ? { state: "somebody", account: { id: session.account } }
      : { state: session.state, ended: false },
}));

const minute = 60_000;
const ring: KeyRing = { owner: "me", identity: "i", secrets: new Map(), to: null };

beforeEach(() => {
  vi.useFakeTimers();
  session.account = "me";
  session.state = "somebody";
  openDesk(ring);
});

afterEach(() => {
  lockDesk("asked");
  vi.useRealTimers();
});

test("a quarter of an hour without a hand on the device takes the keys away, after a warning", () => {
  const forget = vi.fn();
  onLock(forget);
  vi.advanceTimersByTime((idleMinutes - warningMinutes) * minute);
  expect(currentLock()).toMatchObject({ state: "open", closing: false });
  vi.advanceTimersByTime(minute);
  expect(currentLock()).toMatchObject({ state: "open", closing: true });
  vi.advanceTimersByTime(warningMinutes * minute);
  expect(currentLock()).toEqual({ state: "locked", why: "idle" });
  expect(forget).toHaveBeenCalledOnce();
});

test("a key pressed during the warning keeps the desk open", () => {
  vi.advanceTimersByTime((idleMinutes - 1) * minute);
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "j" }));
  expect(currentLock()).toMatchObject({ state: "open", closing: false });
  vi.advanceTimersByTime((idleMinutes - 1) * minute);
  expect(currentLock().state).toBe("open");
});

test("newer keys are no sign of life", () => {
  vi.advanceTimersByTime((idleMinutes - 1) * minute);
  renewRing({ ...ring, secrets: new Map([["2026-12", "s"]]) });
  vi.advanceTimersByTime(2 * minute);
  expect(currentLock().state).toBe("locked");
});

test("signing out, or being someone else, locks at once", () => {
  session.state = "nobody";
  vi.advanceTimersByTime(5_000);
  expect(currentLock()).toEqual({ state: "locked", why: "start" });
  session.state = "somebody";
  session.account = "another";
  openDesk(ring);
  vi.advanceTimersByTime(5_000);
  expect(currentLock().state).toBe("locked");
});
