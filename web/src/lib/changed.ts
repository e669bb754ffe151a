function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The fields of `after` that differ from `before`: what a PATCH needs to carry. */
export function changed<T extends object>(before: Partial<T>, after: T): Partial<T> {
  const result: Partial<T> = {};
  for (const key in after) {
    if (!same(before[key], after[key])) result[key] = after[key];
  }
  return result;
}
