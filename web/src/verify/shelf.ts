/** Copies of signed texts on this device, each with the moment it came. Without a shelf, the page's memory. */
export interface Copy {
  readonly text: string;
  /** When it was fetched, in milliseconds. */
  readonly at: number;
}

export interface Shelf {
  readonly read: (path: string) => Promise<Copy | null>;
  readonly write: (path: string, copy: Copy) => Promise<void>;
  readonly paths: () => Promise<string[]>;
}

export const SHELF = "bellbuoy-verify-lists";
const AT = "bellbuoy-fetched";

export function memoryShelf(): Shelf {
  const copies = new Map<string, Copy>();
  return {
    read: (path) => Promise.resolve(copies.get(path) ?? null),
    write: (path, copy) => {
      copies.set(path, copy);
      return Promise.resolve();
    },
    paths: () => Promise.resolve([...copies.keys()]),
  };
}

/** A full disk or a private window may refuse: then nothing is kept, and the check works all the same. */
export function deviceShelf(allowed: () => boolean): Shelf {
  const open = () => caches.open(SHELF);
  return {
    read: async (path) => {
      const found = await caches.match(path, { cacheName: SHELF }).catch(() => undefined);
      const at = Number(found?.headers.get(AT));
      return found === undefined || Number.isNaN(at) ? null : { text: await found.text(), at };
    },
    write: async (path, { text, at }) => {
      if (!allowed()) return;
      const copy = new Response(text, { headers: { [AT]: String(at) } });
      await open()
        .then((shelf) => shelf.put(path, copy))
        .catch(() => undefined);
    },
    paths: async () => {
      const there = await caches.has(SHELF).catch(() => false);
      if (!there) return [];
      const requests = await open().then((shelf) => shelf.keys());
      return requests.map(({ url }) => new URL(url).pathname);
    },
  };
}
