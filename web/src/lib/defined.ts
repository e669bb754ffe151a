type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function isDefined<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}

/** Without the keys that hold nothing: what a typed query or body wants. */
export function defined<T extends object>(object: T): Defined<T> {
  const kept: Defined<T> = {};
  for (const key in object) {
    const value = object[key];
    if (isDefined(value)) kept[key] = value;
  }
  return kept;
}
