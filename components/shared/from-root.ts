/** Addresses of this site that are made in the browser. A static copy may lie anywhere: the first script of its pages says where (scripts/static/boot.ts). */

const base = (globalThis as { PTP_BASE?: string }).PTP_BASE ?? '/'

/** `/embed/v1/first-cut.svg`, wherever the site's root is. @param path begins with a slash */
export const fromRoot = (path: string): string => base + path.slice(1)
