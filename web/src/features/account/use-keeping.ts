import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { currentSession } from "~/api/session";

/** What is shown once is not lost unnoticed: nobody leaves before saying that they have kept it. */
export interface Keeping {
  codes: readonly string[] | null;
  kept: boolean;
  /** How often somebody tried to leave without. */
  missed: number;
  tell: (codes: readonly string[]) => void;
  keep: (kept: boolean) => void;
  close: () => void;
}

export function useKeeping(onLeave: () => void): Keeping {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [kept, setKept] = useState(false);
  const [missed, setMissed] = useState(0);
  const holds = codes !== null && !kept;
  const held = useRef(false);
  useEffect(() => {
    held.current = holds;
  }, [holds]);
  const miss = () => setMissed((before) => before + 1);
  useBlocker({
    shouldBlockFn: () => {
      // Who is signed out has nothing to keep any more.
      const blocks = held.current && currentSession().state === "somebody";
      if (blocks) miss();
      return blocks;
    },
    enableBeforeUnload: () => held.current,
  });
  return {
    codes,
    kept,
    missed,
    tell: setCodes,
    keep: setKept,
    close: () => {
      if (holds) miss();
      else onLeave();
    },
  };
}
