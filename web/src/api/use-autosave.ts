/**
 * A form that saves itself a moment after the last change, always against the version it began with: what was changed
 * elsewhere meanwhile is never overwritten unseen.
 */
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from "react";
import { asProblem } from "./problem";

const pauseMs = 1_000;
const patience = 10;

interface Kept<F, S> {
  /** The newest version that was read. */
  newest: S;
  etagOf: (version: S) => string;
  formOf: (version: S) => F;
  /** What would be sent. Rows that are not complete are not in it. */
  bodyOf: (form: F) => unknown;
  /** Whether the form holds what cannot be sent yet. */
  incomplete: (form: F) => boolean;
  send: (form: F, etag: string) => Promise<S>;
  reread: () => Promise<S>;
}

export type SaveStanding = "kept" | "waits" | "saving" | "failed" | "stale";

export interface Autosave<F, S> {
  form: F;
  change: (next: (form: F) => F) => void;
  standing: SaveStanding;
  incomplete: boolean;
  error: Error | null;
  savedAt: string | null;
  /** Saves what is left; the version that is kept then, or none when that failed. */
  flush: () => Promise<S | null>;
  /** Shows what was saved elsewhere. */
  load: () => void;
  /** Saves what stands here over what was saved elsewhere. */
  keep: () => void;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

export function useAutosave<F, S>(kept: Kept<F, S>): Autosave<F, S> {
  const { newest, etagOf, formOf, bodyOf } = kept;
  const textOf = (form: F) => JSON.stringify(bodyOf(form));
  const [form, setForm] = useState(() => formOf(newest));
  const [failed, setFailed] = useState<{ body: string; error: Error } | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const base = useRef({ version: newest, body: textOf(form) });
  const under = useRef<Promise<S | null> | null>(null);

  const body = textOf(form);
  const dirty = body !== base.current.body;
  const incomplete = kept.incomplete(form);
  const changed = etagOf(newest) !== etagOf(base.current.version) && under.current === null;
  const take = (version: S) => {
    const next = formOf(version);
    base.current = { version, body: textOf(next) };
    setForm(next);
    setFailed(null);
  };
  useEffect(() => {
    if (changed && !dirty && !incomplete) take(newest);
  });

  const now = useRef({ form, kept });
  useLayoutEffect(() => {
    now.current = { form, kept };
  });

  const save = useCallback((): Promise<S | null> => {
    const { form: sent, kept: by } = now.current;
    const text = JSON.stringify(by.bodyOf(sent));
    const run = by
      .send(sent, by.etagOf(base.current.version))
      .then((version) => {
        base.current = { version, body: text };
        setFailed(null);
        setSavedAt(new Date().toISOString());
        return version;
      })
      .catch((error: unknown) => {
        setFailed({ body: text, error: asError(error) });
        return null;
      })
      .finally(() => {
        under.current = null;
        redraw();
      });
    under.current = run;
    redraw();
    return run;
  }, []);

  const flush = useCallback(async (): Promise<S | null> => {
    await under.current;
    const { form: left, kept: by } = now.current;
    return JSON.stringify(by.bodyOf(left)) === base.current.body ? base.current.version : save();
  }, [save]);

  const problem = asProblem(failed?.error);
  const stale = (dirty || incomplete) && (changed || problem?.status === 412);
  const busy = under.current !== null;
  const passes = failed !== null && failed.body === body && problem?.passing === true;
  const barred = failed !== null && failed.body === body && !passes;
  useEffect(() => {
    if (!dirty || stale || busy || barred) return undefined;
    const wait = passes ? (problem.wait ?? patience) * 1_000 : pauseMs;
    const timer = window.setTimeout(() => void save(), wait);
    return () => window.clearTimeout(timer);
  }, [body, dirty, stale, busy, barred, passes, problem, save]);

  const reread = async (then: (version: S) => void) => {
    try {
      then(await kept.reread());
    } catch (error) {
      setFailed({ body, error: asError(error) });
    }
  };
  const standing = (): SaveStanding => {
    if (stale) return "stale";
    if (busy) return "saving";
    if (failed !== null && dirty) return "failed";
    return dirty ? "waits" : "kept";
  };
  return {
    form,
    change: setForm,
    standing: standing(),
    incomplete,
    error: failed !== null && dirty ? failed.error : null,
    savedAt,
    flush,
    load: () => void reread(take),
    keep: () =>
      void reread((version) => {
        base.current = { ...base.current, version };
        setFailed(null);
        void save();
      }),
  };
}
