/** Text for a file of XML 1.0: characters that it cannot hold, in any spelling, make a parser refuse the whole file. Section 2.2, Char. */

/** The text with U+FFFD for each of them: control characters, U+FFFE and U+FFFF, half a surrogate pair. Markup stays as it is. */
export const xmlCharacters = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/g, (one) =>
    one.length === 2 ? one : '\ufffd',
  )
