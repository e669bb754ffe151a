import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { currentSession, isGuest } from "~/api/session";
import { paths } from "~/app/paths";
import { useKeys } from "~/ui/use-keys";

const patienceMs = 1_000;

const goals: Record<string, { to: string; analysts?: boolean; members?: boolean }> = {
  q: { to: paths.desk(), analysts: true },
  i: { to: paths.incidents(), members: true },
  s: { to: paths.statistics(), members: true },
  a: { to: paths.advisories() },
  f: { to: paths.figures() },
};

/** ⌘K, ?, / and the two-key jumps. */
export function useGlobalKeys(onFind: () => void, onKeys: () => void): void {
  const navigate = useNavigate();
  const waiting = useRef(0);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onFind();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [onFind]);

  const jump = (key: string) => () => {
    if (Date.now() - waiting.current > patienceMs) return;
    waiting.current = 0;
    const goal = goals[key];
    const session = currentSession();
    const role = session.state === "somebody" && !isGuest(session.account) ? session.account.role : null;
    if (goal === undefined || (goal.analysts === true && role !== "analyst")) return;
    if (goal.members === true && role === null) return;
    void navigate({ to: goal.to });
  };

  useKeys({
    ...Object.fromEntries(Object.keys(goals).map((key) => [key, jump(key)])),
    g: () => {
      waiting.current = Date.now();
    },
    "?": onKeys,
    "/": (event) => {
      event.preventDefault();
      onFind();
    },
  });
}
