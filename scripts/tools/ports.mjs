/** Ports of this computer: which are free. */
import { createServer } from 'node:net'

/** Whether nobody listens on a port of this computer, on either loopback address. @param {number} port */
export async function isFree(port, hosts = ['127.0.0.1', '::1']) {
  for (const host of hosts) if (!(await canListen(port, host))) return false
  return true
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    // no IPv6 here is no reason to call the port taken
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** A port the system considers free now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port was given'))))
    })
  })
}
