/** Tells one message from another; says nothing about the reader. */
export const newMessageId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')
