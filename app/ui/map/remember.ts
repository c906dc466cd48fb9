/**
 * Keeps the results of pure work by a key of all its inputs, at most so many; the longest unused leaves first.
 * Results are shared: whoever gets one must not change it.
 */
export function remembering<T extends object>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (key, make) => {
    const known = kept.get(key)
    const result = known ?? make()
    kept.delete(key)
    kept.set(key, result)
    for (const longestUnused of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(longestUnused)
    }
    return result
  }
}
