/** Keys and status lists: from the line where there is one, else the copies of an earlier visit. */
import { readSigningKeys, type SigningKey } from "~/lib/sealed/signing-keys";
import type { Keys, Lists } from "./decide";
import type { Shelf } from "./shelf";
import { openSigned } from "./signed";
import { listPath, PURPOSES, readList, type StatusList } from "./status-list";

export const KEYS_PATH = "/.well-known/jwks.json";
export const FIRST_LISTS = "/api/v1/status-lists/1";

interface Held {
  readonly list: StatusList;
  readonly bytes: number;
}

/** What the page knows, for a view of it. */
export interface Inventory {
  readonly keysAsOf: number | null;
  readonly listsAsOf: number | null;
  /** The end of the time for which all lists may be relied on. */
  readonly until: number | null;
  /** What fetching the lists anew will weigh; 0 where none came yet. */
  readonly bytes: number;
}

export interface Holdings {
  readonly keys: () => readonly SigningKey[];
  readonly keysState: () => Keys | null;
  readonly lists: (lists: string) => Lists;
  /** Reads the copies of earlier visits. */
  readonly recall: () => Promise<void>;
  /** Asks the line for keys and for these lists and all that are held; tells whether all of it came. */
  readonly refresh: (lists: string) => Promise<boolean>;
  readonly inventory: () => Inventory;
}

/** Within this time what came is not asked for again. */
const FRESH_MS = 60_000;

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

export function makeHoldings(shelf: Shelf, ask: (path: string) => Promise<string>): Holdings {
  let keys: readonly SigningKey[] = [];
  let keysState: Keys | null = null;
  const held = new Map<string, Held>();
  /** When each text last came over the line, by the page's own clock. */
  const came = new Map<string, number>();
  const isFresh = (path: string) => performance.now() - (came.get(path) ?? -Infinity) < FRESH_MS;

  function takeKeys(text: string, at: number, live: boolean): boolean {
    const found = readSigningKeys(parse(text), "certificate");
    if (found.length === 0) return false;
    keys = found;
    keysState = { asOf: at, live };
    return true;
  }

  /** An older list never takes the place of a newer one. */
  async function takeList(path: string, text: string): Promise<boolean> {
    const opened = await openSigned(text, keys);
    const list = opened.kind === "signed" ? await readList(opened.payload, path) : null;
    if (list === null) return false;
    const before = held.get(path)?.list;
    if (before !== undefined && before.from > list.from) return false;
    held.set(path, { list, bytes: text.length });
    return true;
  }

  async function recallKeys(): Promise<void> {
    const copy = await shelf.read(KEYS_PATH);
    if (copy !== null && keysState === null) takeKeys(copy.text, copy.at, false);
  }

  async function recallList(path: string): Promise<void> {
    const copy = held.has(path) ? null : await shelf.read(path);
    if (copy !== null) await takeList(path, copy.text);
  }

  /** What comes is kept only once its signature was found right: a stray answer of the line displaces nothing. */
  async function fetchOne(
    path: string,
    take: (text: string) => boolean | Promise<boolean>,
  ): Promise<boolean> {
    if (isFresh(path)) return true;
    const text = await ask(path).catch(() => null);
    if (text === null || !(await take(text))) return false;
    came.set(path, performance.now());
    await shelf.write(path, { text, at: Date.now() });
    return true;
  }

  const pathsOf = (lists: string) => PURPOSES.map((purpose) => listPath(lists, purpose));

  return {
    keys: () => keys,
    keysState: () => keysState,
    lists: (lists) => {
      const at = (purpose: (typeof PURPOSES)[number]) => held.get(listPath(lists, purpose))?.list ?? null;
      return {
        revocation: at("revocation"),
        suspension: at("suspension"),
        live: pathsOf(lists).every(isFresh),
      };
    },
    recall: async () => {
      await recallKeys();
      const paths = await shelf.paths();
      await Promise.all(paths.filter((path) => path !== KEYS_PATH).map(recallList));
    },
    refresh: async (lists) => {
      const gotKeys = fetchOne(KEYS_PATH, (text) => takeKeys(text, Date.now(), true));
      const wanted = [...new Set([...pathsOf(lists), ...held.keys()])];
      // A list is opened with the newest keys, so it waits for them; both are on their way meanwhile.
      const got = wanted.map((path) =>
        fetchOne(path, async (text) => {
          await gotKeys;
          return takeList(path, text);
        }),
      );
      return (await Promise.all([gotKeys, ...got])).every(Boolean);
    },
    inventory: () => {
      const all = [...held.values()];
      const least = (values: readonly number[]) => (values.length === 0 ? null : Math.min(...values));
      return {
        keysAsOf: keysState?.asOf ?? null,
        listsAsOf: least(all.map(({ list }) => list.from)),
        until: least(all.map(({ list }) => list.until)),
        bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
  };
}
