/**
 * <pull-the-plug>: the one tag an author pastes. A frame with `sandbox="allow-scripts"`, loaded when it comes near the screen or when
 * its picture is pressed, and an object to drive it by. Built into public/embed/v1/pull-the-plug.js by scripts/build/element.mjs; what is built
 * imports and exports nothing, so that it runs as a module and as a plain script: a file host that sends no CORS header serves no module
 * to another origin. An address it is served from is never given to another version.
 */
import { ELEMENT } from '../words/bare'
import type { ElementWords } from '../words/en/bare'
import type { Language } from '../words/languages'

const NS = 'pull-the-plug'
const VERSION = 1
const HEIGHT = 520
/** How long a frame may take to answer, and how often it is greeted until it does. */
const ANSWER_MS = 10_000
const LOAD_MS = 30_000
const GREET_MS = 500
/** A frame that has loaded and says nothing for so long is not an embed. */
const QUIET_MS = 6000

type View = Readonly<Record<string, unknown>>
type Listener = (detail: View) => void
type Pending = { resolve(value: unknown): void; reject(error: Error): void; timer: ReturnType<typeof setTimeout> }

/** Where this script came from; the frames are beside it. */
const script =
  (document.currentScript as HTMLScriptElement | null) ?? document.querySelector<HTMLScriptElement>('script[src$="/pull-the-plug.js"]')
const BASE = new URL('.', script?.src || document.baseURI)
const LOADING: readonly string[] = ['lazy', 'eager', 'click']
const ATTRIBUTES = ['scenario', 'step', 'theme', 'lang', 's', 'height'] as const

const STYLE = `:host{display:block;margin:1.5em 0;font:500 14px/20px system-ui,sans-serif}
:host([hidden]){display:none}
iframe{display:block;width:100%;border:0;border-radius:12px;color-scheme:auto}
button{all:unset;box-sizing:border-box;display:block;position:relative;width:100%;cursor:pointer;border-radius:12px;overflow:hidden;background:#eeeff6}
img{display:block;width:100%;height:100%;object-fit:contain}
iframe+img{display:none;height:auto;max-height:60vh}
button span{position:absolute;left:50%;bottom:16px;transform:translateX(-50%);padding:12px 22px;border-radius:99px;background:#ffc42e;color:#1b2040;border:3px solid #1b2040;font-weight:700;white-space:nowrap}
button:focus-visible{outline:3px solid #0072b2;outline-offset:3px}
p{margin:6px 0 0;font-size:13px}
@media(prefers-color-scheme:dark){button{background:#11142a}}
a{color:inherit}
@media print{iframe,button span{display:none}iframe+img{display:block}a::after{content:" " attr(href)}}`

class PullThePlug extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, 'loading']

  #root = this.attachShadow({ mode: 'open' })
  #frame: HTMLIFrameElement | undefined
  #ready: Promise<View> | undefined
  #readied: ((view: View) => void) | undefined
  #failed: ((error: Error) => void) | undefined
  #greeting: ReturnType<typeof setInterval> | undefined
  #quiet: ReturnType<typeof setTimeout> | undefined
  #note: HTMLElement | undefined
  #seen: IntersectionObserver | undefined
  #pending = new Map<number, Pending>()
  #listeners = new Map<string, Set<Listener>>()
  #lastId = 0
  /** the attributes of an element that was in the page before this script are all told at once, before it is connected */
  #connected = false

  constructor() {
    super()
    // not a <style> element: a page with a strict policy would not let it in
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    this.#root.adoptedStyleSheets = [sheet]
  }

  connectedCallback() {
    this.#connected = true
    addEventListener('message', this.#hear)
    this.#draw()
  }

  disconnectedCallback() {
    this.#connected = false
    this.#close(`The <${NS}> element was taken out of the page.`)
    removeEventListener('message', this.#hear)
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (before === now || !this.#connected) return
    if (name === 'theme' && this.#frame) void this.#ask('setTheme', { theme: now ?? 'auto' }).catch(() => {})
    else if (name === 'step' && this.#frame && now) void this.seek(Number(now)).catch(() => {})
    else this.#draw()
  }

  /** Loads the frame now, whatever `loading` says. Resolves with its state when it answers. */
  load(): Promise<View> {
    if (!this.isConnected) return Promise.reject(new Error(`Put the <${NS}> element into the page before load().`))
    if (!this.#frame) this.#open()
    return this.#ready as Promise<View>
  }

  seek = (to: number | 'first' | 'last') => this.#ask('seek', typeof to === 'number' ? { step: to } : { to })
  start = () => this.#ask('start', {}, LOAD_MS)
  play = () => this.#ask('play')
  pause = () => this.#ask('pause')
  pull = () => this.#ask('pull')
  push = () => this.#ask('push')
  getState = () => this.#ask('getState')
  getTrace = () => this.#ask('getTrace')

  /** Calls back on `ready`, `step`, `phase`, `plug`, `goal`, `size` or `error`, until the returned function is called. */
  on(event: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  /** Ends the run and takes the element out of the page. */
  destroy() {
    this.remove()
    this.#listeners.clear()
  }

  /** Dots alone would name another folder. */
  get #name(): string {
    const name = this.getAttribute('scenario') ?? ''
    return /^\.*$/.test(name) ? 'first-cut' : name
  }

  get src(): string {
    // with a slash at the end: a file host answers at once, our own server redirects
    const url = new URL(`${encodeURIComponent(this.#name)}/`, BASE)
    for (const name of ATTRIBUTES) {
      const value = this.getAttribute(name)
      if (name !== 'scenario' && value && value !== 'auto') url.searchParams.set(name, value)
    }
    return url.href
  }

  get #picture(): string {
    return new URL(`${encodeURIComponent(this.#name)}.svg`, BASE).href
  }

  get #height(): number {
    return Number.parseInt(this.getAttribute('height') ?? '', 10) || HEIGHT
  }

  #draw() {
    this.#close(`The <${NS}> element shows another scenario now.`)
    const link = document.createElement('a')
    link.href = this.src
    link.target = '_blank'
    link.textContent = this.#words.ownTab
    const below = document.createElement('p')
    below.append(link)
    const poster = this.#poster()
    this.#root.replaceChildren(poster, below)
    const loading = this.getAttribute('loading') ?? 'lazy'
    if (!LOADING.includes(loading)) {
      console.warn(`Pull the Plug: loading="${loading}" is not known: there are ${LOADING.join(', ')}. It loads when it comes into view.`)
    }
    if (loading === 'eager') this.#open()
    else if (loading !== 'click') {
      this.#seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#open(), {
        rootMargin: '400px',
      })
      this.#seen.observe(poster)
    }
  }

  /** A picture of the recorded run; pressing it loads the frame. */
  #poster(): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.style.height = `${this.#height}px`
    const picture = this.#image('')
    const words = document.createElement('span')
    words.textContent = this.getAttribute('label') ?? this.#words.poster
    button.append(picture, words)
    button.onclick = () => {
      this.#open()
      this.#frame?.focus()
    }
    return button
  }

  #image(alt: string): HTMLImageElement {
    const picture = document.createElement('img')
    picture.src = this.#picture
    picture.alt = alt
    picture.onerror = () => picture.remove()
    return picture
  }

  #open() {
    this.#seen?.disconnect()
    if (this.#frame) return
    const frame = document.createElement('iframe')
    frame.title = this.title || this.#words.frame
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.referrerPolicy = 'no-referrer'
    frame.style.height = `${this.#height}px`
    frame.style.background = `url("${this.#picture}") center / contain no-repeat`
    frame.src = this.src
    frame.onload = () => {
      clearTimeout(this.#quiet)
      this.#quiet = setTimeout(() => this.#say(this.#whyQuiet), QUIET_MS)
    }
    this.#frame = frame
    // what a frame shows does not go on paper: the picture does
    const picture = this.#image(frame.title)
    this.#root.querySelector('button')?.replaceWith(frame, picture)
    this.#ready = new Promise((resolve, reject) => {
      this.#readied = resolve
      this.#failed = reject
    })
    this.#ready.catch(() => {})
    this.#greet()
  }

  /** The frame may be listening before we do, or long after: it is greeted until it answers. */
  #greet() {
    const until = Date.now() + LOAD_MS
    const hello = () => {
      if (Date.now() < until) return this.#post({ method: 'hello', id: 0 })
      this.#fail(new Error(`${this.src} did not answer within ${LOAD_MS / 1000} s. ${this.#whyQuiet}`))
    }
    this.#greeting = setInterval(hello, GREET_MS)
  }

  get #whyQuiet(): string {
    return `Nothing answers here. Is "${this.#name}" the name of a run, and is ${BASE.href} where the runs are? The guide for authors lists their names.`
  }

  /** Under the frame: for the author, who sees the page first. */
  #say(sentence: string) {
    this.#note ??= document.createElement('p')
    this.#note.setAttribute('role', 'alert')
    this.#note.textContent = sentence
    this.#root.append(this.#note)
  }

  #fail(error: Error) {
    this.#hush()
    this.#say(error.message)
    this.#failed?.(error)
  }

  /** It has answered, or is gone. */
  #hush() {
    clearInterval(this.#greeting)
    clearTimeout(this.#quiet)
    if (this.#frame) this.#frame.onload = null
    this.#note?.remove()
  }

  #post(message: object) {
    // an opaque origin cannot be named; the window itself is the one we made
    this.#frame?.contentWindow?.postMessage({ ns: NS, v: VERSION, jsonrpc: '2.0', ...message }, '*')
  }

  async #ask(method: string, params: object = {}, wait = ANSWER_MS): Promise<View> {
    await this.load()
    const id = ++this.#lastId
    return new Promise<unknown>((resolve, reject) => {
      const late = () => {
        this.#pending.delete(id)
        reject(new Error(`The frame did not answer ${method}() within ${wait / 1000} s.`))
      }
      this.#pending.set(id, { resolve, reject, timer: setTimeout(late, wait) })
      this.#post({ method, params, id })
    }) as Promise<View>
  }

  #hear = ({ source, data }: MessageEvent) => {
    if (!this.#frame || source !== this.#frame.contentWindow) return
    if (typeof data !== 'object' || data === null || data.ns !== NS || data.v !== VERSION) return
    if (data.id === 0 && data.result) {
      this.#hush()
      this.#readied?.(data.result)
    } else if (data.id === 0 && data.error) this.#fail(errorOf(data.error))
    else if (this.#pending.has(data.id)) {
      const { resolve, reject, timer } = this.#pending.get(data.id) as Pending
      clearTimeout(timer)
      this.#pending.delete(data.id)
      if (data.error) reject(errorOf(data.error))
      else resolve(data.result)
    } else if (typeof data.method === 'string') this.#tell(data.method, data.params)
  }

  #tell(event: string, detail: View) {
    const height = event === 'size' ? Number(detail?.height) : 0
    if (height >= 100 && height <= 4000 && this.#frame && !this.hasAttribute('height')) this.#frame.style.height = `${height}px`
    for (const listener of this.#listeners.get(event) ?? []) listener(detail)
    this.dispatchEvent(new CustomEvent(`plug-${event}`, { detail, bubbles: true }))
  }

  /** The few words of its own follow `lang`, as the frame does. */
  get #words(): ElementWords {
    const [language = 'en'] = (this.getAttribute('lang') ?? '').toLowerCase().split(/\W/)
    return ELEMENT[language as Language] ?? ELEMENT.en
  }

  #close(why: string) {
    this.#hush()
    this.#seen?.disconnect()
    this.#frame?.remove()
    this.#frame = undefined
    const error = new Error(why)
    this.#failed?.(error)
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer)
      reject(error)
    }
    this.#pending.clear()
  }
}

const errorOf = ({ message, code }: { message?: unknown; code?: unknown }) => Object.assign(new Error(String(message)), { code })

if (!customElements.get(NS)) customElements.define(NS, PullThePlug)

export type { PullThePlug }
