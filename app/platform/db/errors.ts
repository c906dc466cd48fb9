/** Reads the engine's error code, also through the `cause` that Drizzle wraps it in. */
export function sqlState(error: unknown): string | undefined {
  for (let at: unknown = error; typeof at === 'object' && at !== null; ) {
    if ('code' in at && typeof at.code === 'string') return at.code
    at = 'cause' in at ? at.cause : undefined
  }
  return undefined
}

/** True when a row with this key exists already, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  const state = sqlState(error)
  return state === '23505' || state === 'SQLITE_CONSTRAINT_UNIQUE' || state === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
