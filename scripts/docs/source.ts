/** How a block reads the project: `read` gives the text of a file by its path from the root, `list` the names in a folder. */
export type Source = { readonly read: (path: string) => string; readonly list: (folder: string) => readonly string[] }
