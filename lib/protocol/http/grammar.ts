/**
 * The grammar of what stands around a body: tokens, field values, media types, session ids. For values that came from elsewhere (a file, a
 * link, another program) before they are used, and before they leave. Pure.
 */

/** A method or a field name: RFC 9110, 5.6.2, at most 128 characters. */
export const isToken = (text: string): boolean => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/.test(text)

/** A field value as fetch gives it: no control character but the tab, no blank at its ends. RFC 9110, 5.5. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
export const isFieldValue = (text: string): boolean => !/[\0-\x08\n-\x1f\x7f]|^[ \t]|[ \t]$/.test(text)

/** `text/event-stream; charset=utf-8`: RFC 9110, 8.3.1. */
export const isMediaType = (text: string): boolean =>
  text.length <= 256 &&
  /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+\/[!#$%&'*+\-.^_`|~0-9A-Za-z]+([ \t]*;[ \t]*([!#$%&'*+\-.^_`|~0-9A-Za-z]+=([!#$%&'*+\-.^_`|~0-9A-Za-z]+|"[\t \x21\x23-\x5b\x5d-\x7e]*"))?)*$/.test(
    text,
  )

/** The value of `Mcp-Session-Id`: visible ASCII (MCP 2025-11-25, "Session Management"), at most 4096 characters. */
export const isSessionId = (text: string): boolean => /^[\x21-\x7e]{1,4096}$/.test(text)

/** The value of an `id` field: WHATWG HTML 9.2.6 lets it hold all but NUL and the ends of lines. */
export const isEventId = (text: string): boolean => text.length <= 4096 && !/[\0\r\n]/.test(text)
