import { brokenSql, noRows, truncatedSql, valueTooLong } from './boundaries.errors'
import type { ReadFeature } from './read-feature'
import { RingBuilder } from './ring-builder'
import { SqlScanner, type SqlToken } from './sql-scanner'

/** The order in which the data set has its columns, for files that do not name them. */
const usualColumns = ['kode', 'nama', 'lat', 'lng', 'path', 'status']
const OUTLINE = 'path'
const notText = new Set(['lat', 'lng', OUTLINE])

/**
 * Reads the rows of the data set `wilayah_boundaries`: `INSERT INTO … (kode, nama, lat, lng, path) VALUES (…), (…);`
 * whose pairs are [latitude, longitude]. Other statements and comments are passed over.
 * @throws brokenSql, truncatedSql, noRows, valueTooLong
 */
export async function* readSql(text: AsyncIterable<string>): AsyncGenerator<ReadFeature> {
  const scanner = new SqlScanner(valueTooLong)
  const statements = new StatementReader()
  for await (const chunk of text) {
    for (const token of scanner.feed(chunk)) statements.take(token)
    yield* statements.done.splice(0)
  }
  for (const token of scanner.end(truncatedSql)) statements.take(token)
  statements.end()
  yield* statements.done.splice(0)
}

type Expecting = 'statement' | 'table' | 'columns' | 'row' | 'value' | 'next' | 'nothing'

/** Follows the tokens of a file and puts together the rows of its INSERT statements. */
class StatementReader {
  readonly done: ReadFeature[] = []
  #expecting: Expecting = 'statement'
  #columns: string[] = []
  #row: { line: number; values: (string | null)[] } = { line: 0, values: [] }
  #rows = 0
  #began = 1
  #hasOutlines = true

  take(token: SqlToken): void {
    if (token.kind === 'symbol' && token.text === ';') {
      if (this.#expecting === 'value' || this.#expecting === 'row') throw brokenSql(token.line)
      this.#expecting = 'statement'
      return
    }
    switch (this.#expecting) {
      case 'statement':
        this.#began = token.line
        this.#expecting = isWord(token, 'insert', 'replace') ? 'table' : 'nothing'
        this.#columns = []
        return
      case 'table':
        if (token.kind === 'symbol' && token.text === '(') this.#expecting = 'columns'
        if (isWord(token, 'values', 'value')) this.#beginRows()
        return
      case 'columns':
        if (token.kind === 'symbol') this.#expecting = token.text === ')' ? 'table' : 'columns'
        else this.#columns.push(token.text.toLowerCase())
        return
      case 'row':
        if (token.kind !== 'symbol' || token.text !== '(') throw brokenSql(token.line)
        this.#row = { line: token.line, values: [] }
        this.#expecting = 'value'
        return
      case 'value':
        this.#takeValue(token)
        return
      case 'next':
        if (token.kind === 'symbol' && token.text === ',') this.#expecting = 'row'
        else if (token.kind === 'word') this.#expecting = 'nothing'
        else throw brokenSql(token.line)
        return
      case 'nothing':
        return
    }
  }

  end(): void {
    if (this.#expecting !== 'statement' && this.#expecting !== 'next' && this.#expecting !== 'nothing') {
      throw truncatedSql(this.#began)
    }
    if (this.#rows === 0) throw noRows()
  }

  #beginRows(): void {
    if (this.#columns.length === 0) this.#columns = usualColumns
    this.#hasOutlines = this.#columns.includes(OUTLINE)
    this.#expecting = 'row'
  }

  #takeValue(token: SqlToken): void {
    if (token.kind === 'symbol') {
      if (token.text === '(') throw brokenSql(token.line)
      if (token.text === ')') {
        this.#expecting = 'next'
        if (this.#hasOutlines) this.#emit()
      }
      return
    }
    const isNull = token.kind === 'word' && token.text.toLowerCase() === 'null'
    this.#row.values.push(isNull ? null : token.text)
  }

  #emit(): void {
    const { line, values } = this.#row
    const named = this.#columns.map((name, at): [string, string] => [name, values[at] ?? ''])
    const path = Object.fromEntries(named)[OUTLINE] ?? ''
    this.#rows++
    this.done.push({
      place: `baris ${line}`,
      properties: Object.fromEntries(named.filter(([name, value]) => value !== '' && !notText.has(name))),
      geometryType: path === '' ? '' : 'path',
      geometry: path === '' ? null : readPath(path),
    })
  }
}

function isWord(token: SqlToken, ...words: string[]): boolean {
  return token.kind === 'word' && words.includes(token.text.toLowerCase())
}

const NUMBER = /[^\s,[\]]+/y

/** The nested brackets of a path, `[[[lat,lng],…]]` or one bracket deeper. */
export function readPath(path: string) {
  const builder = new RingBuilder(true)
  for (let at = 0; at < path.length; ) {
    const character = path[at]
    if (character === '[') builder.open()
    else if (character === ']') builder.close()
    else if (character !== ',' && character !== undefined && !/\s/.test(character)) {
      NUMBER.lastIndex = at
      const [word = character] = NUMBER.exec(path) ?? []
      const value = Number(word)
      if (Number.isFinite(value)) builder.number(value)
      else builder.other()
      at += word.length
      continue
    }
    at++
  }
  return builder.finish()
}
