/** The parts of SQL that matter here: names and numbers, quoted text, and single characters. */
export interface SqlToken {
  kind: 'word' | 'text' | 'symbol'
  text: string
  /** Where it begins, from 1. */
  line: number
}

type State = 'between' | 'word' | 'text' | 'name' | 'line_comment' | 'block_comment'

/** A longer value would have to be held in memory as one string. */
const MAX_VALUE = 64_000_000

const WORD = /[\p{L}\p{N}_.+-]/u
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '0': '' }

/** Splits SQL that arrives in pieces into tokens; a piece may end anywhere. Knows MySQL's comments and escapes. */
export class SqlScanner {
  #state: State = 'between'
  #rest = ''
  #line = 1
  #quote = ''
  #parts: string[] = []
  #length = 0
  #began = 1

  constructor(readonly tooLong: (line: number) => Error) {}

  /** The tokens that end in this piece. */
  feed(piece: string): SqlToken[] {
    return this.#scan(this.#rest + piece, false)
  }

  /** The last tokens. @throws what `unfinished` makes when quoted text or a comment was never closed */
  end(unfinished: (line: number) => Error): SqlToken[] {
    const tokens = this.#scan(`${this.#rest}\n`, true)
    if (this.#state !== 'between') throw unfinished(this.#began)
    return tokens
  }

  /** One character is always held back, because `''`, `--` and the marks of a comment are two. */
  #scan(text: string, last: boolean): SqlToken[] {
    const tokens: SqlToken[] = []
    const end = last ? text.length : text.length - 1
    let at = 0
    while (at < end) at = this.#step(text, at, end, tokens)
    this.#rest = text.slice(at)
    return tokens
  }

  /** Takes one thing at `at` and answers where the next one starts. */
  #step(text: string, at: number, end: number, tokens: SqlToken[]): number {
    switch (this.#state) {
      case 'between':
        return this.#between(text, at, tokens)
      case 'word':
        return this.#word(text, at, end, tokens)
      case 'text':
      case 'name':
        return this.#quoted(text, at, end, tokens)
      case 'line_comment':
        return this.#skipTo(text, at, end, '\n', 1)
      case 'block_comment':
        return this.#skipTo(text, at, end, '*/', 2)
    }
  }

  #between(text: string, at: number, tokens: SqlToken[]): number {
    const character = text[at] ?? ''
    const two = text.slice(at, at + 2)
    if (character === '\n') this.#line++
    if (/\s/.test(character)) return at + 1
    if (two === '/*') return this.#begin('block_comment', at + 2)
    if (two === '--' || character === '#') return this.#begin('line_comment', at + 1)
    if (character === "'") return this.#begin('text', at + 1, "'")
    if (character === '`' || character === '"') return this.#begin('name', at + 1, character)
    if (WORD.test(character)) return this.#begin('word', at)
    tokens.push({ kind: 'symbol', text: character, line: this.#line })
    return at + 1
  }

  #begin(state: State, at: number, quote = ''): number {
    this.#state = state
    this.#quote = quote
    this.#parts = []
    this.#length = 0
    this.#began = this.#line
    return at
  }

  #word(text: string, at: number, end: number, tokens: SqlToken[]): number {
    let to = at
    while (to < end && WORD.test(text[to] ?? '')) to++
    this.#keep(text.slice(at, to))
    if (to < end) this.#emit(tokens, 'word')
    return to
  }

  #quoted(text: string, at: number, end: number, tokens: SqlToken[]): number {
    const character = text[at]
    const next = text[at + 1] ?? ''
    if (character === '\\' && this.#state === 'text') {
      this.#keep(escapes[next] ?? next)
      return at + 2
    }
    if (character === this.#quote) {
      if (next !== this.#quote) {
        // Double quotes hold a name in most databases and text in MySQL: a value either way.
        this.#emit(tokens, this.#quote === "'" || this.#quote === '"' ? 'text' : 'word')
        return at + 1
      }
      this.#keep(character)
      return at + 2
    }
    const quote = text.indexOf(this.#quote, at)
    const whole = text.slice(at, quote === -1 ? end : Math.min(quote, end))
    const slash = this.#state === 'text' ? whole.indexOf('\\') : -1
    const part = slash === -1 ? whole : whole.slice(0, slash)
    this.#countLines(part)
    this.#keep(part)
    return at + part.length
  }

  #skipTo(text: string, at: number, end: number, mark: string, length: number): number {
    const found = text.indexOf(mark, at)
    const to = found === -1 || found >= end ? end : found + length
    this.#countLines(text.slice(at, to))
    if (found !== -1 && found < end) this.#state = 'between'
    return to
  }

  #keep(part: string): void {
    this.#parts.push(part)
    this.#length += part.length
    if (this.#length > MAX_VALUE) throw this.tooLong(this.#began)
  }

  #emit(tokens: SqlToken[], kind: 'word' | 'text'): void {
    tokens.push({ kind, text: this.#parts.join(''), line: this.#began })
    this.#state = 'between'
    this.#parts = []
  }

  #countLines(part: string): void {
    for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) this.#line++
  }
}
