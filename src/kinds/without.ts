/** The record without the entries that this picks. */
export function withoutEntries<K extends string, V>(
  record: Readonly<Record<K, V>>,
  goes: (value: V, key: string) => boolean,
): Record<K, V> {
  return Object.fromEntries(
    Object.entries<V>(record).filter(([key, value]) => !goes(value, key)),
  ) as Record<K, V>
}

/** The keys of a record that ids are the keys of. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[]
}
