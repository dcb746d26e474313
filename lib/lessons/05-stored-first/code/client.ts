import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Kept } from '../../03-two-headers/code/client'

/** The client's own store: one small file that is whole at any moment, even if the process dies while it is written. */
export function keptIn(path: string) {
  let writing = Promise.resolve()
  return {
    // #region keep
    save(kept: Kept): Promise<void> {
      writing = writing.then(async () => {
        await writeFile(`${path}.new`, JSON.stringify(kept), { mode: 0o600 }) // a session id is a secret
        await rename(`${path}.new`, path)
      })
      return writing
    },
    // #endregion
    // #region load resume
    load: async (): Promise<Kept> => JSON.parse(await readFile(path, 'utf8')),
    // #endregion
  }
}
