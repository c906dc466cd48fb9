/** A page may leave out all scripts: `export const handle = { scripts: false }`. */
export function wantsScripts(handle: unknown): boolean {
  return !(typeof handle === 'object' && handle !== null && 'scripts' in handle && handle.scripts === false)
}
