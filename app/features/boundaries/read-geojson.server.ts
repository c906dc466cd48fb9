import { jsonParser, type Token } from 'stream-json/parser.js'
import { isAppError } from '~/platform/errors'
import { fileEmpty, notFeatures, notJson, truncated } from './boundaries.errors'
import type { ReadFeature } from './read-feature'
import { RingBuilder } from './ring-builder'

/** What an object or array of the file is to us. */
type Part = 'root' | 'features' | 'feature' | 'properties' | 'geometry' | 'coordinates' | 'other'

/** Longer values are no codes and no names. */
const MAX_VALUE = 200

/**
 * Reads the regions of a GeoJSON FeatureCollection, or of Features that follow each other line by line,
 * holding no more than one of them.
 * @throws notJson, truncated, notFeatures, fileEmpty
 */
export async function* readGeojson(text: AsyncIterable<string>): AsyncGenerator<ReadFeature> {
  const parse = jsonParser({ packValues: true, streamValues: false, jsonStreaming: true })
  const assembler = new FeatureAssembler()
  for await (const chunk of text) {
    for (const token of tokensOf(parse, chunk, assembler)) assembler.take(token)
    yield* assembler.done.splice(0)
  }
  assembler.end()
}

function tokensOf(
  parse: ReturnType<typeof jsonParser>,
  chunk: string,
  { features }: FeatureAssembler,
): Token[] {
  if (chunk === '') return []
  try {
    const tokens = parse(chunk)
    return typeof tokens === 'object' ? tokens.values : []
  } catch (error) {
    if (isAppError(error)) throw error
    throw notJson(features)
  }
}

class FeatureAssembler {
  readonly done: ReadFeature[] = []
  features = 0
  #parts: Part[] = []
  #key = ''
  #roots = 0
  #hasFeatures = false
  #rootType = ''
  #current = emptyFeature()

  take(token: Token): void {
    switch (token.name) {
      case 'startObject':
        this.#open(this.#objectPart())
        return
      case 'startArray':
        this.#open(this.#arrayPart())
        return
      case 'endObject':
      case 'endArray':
        this.#close()
        return
      case 'keyValue':
        this.#key = token.value
        return
      case 'numberValue':
        this.#value(Number(token.value))
        return
      case 'stringValue':
        this.#value(token.value)
        return
      case 'nullValue':
      case 'trueValue':
      case 'falseValue':
        this.#value(token.value)
        return
    }
  }

  /** After the last character: everything that was opened must be closed. */
  end(): void {
    if (this.#parts.length > 0) throw truncated(this.features)
    if (this.#roots === 0) throw fileEmpty()
  }

  #objectPart(): Part {
    const above = this.#parts.at(-1)
    if (!above) return 'root'
    if (above === 'features') return 'feature'
    if (above === 'coordinates') return 'coordinates'
    const isFeature = above === 'feature' || above === 'root'
    if (isFeature && (this.#key === 'properties' || this.#key === 'geometry')) return this.#key
    return 'other'
  }

  #arrayPart(): Part {
    const above = this.#parts.at(-1)
    if (above === 'root' && this.#key === 'features') return 'features'
    if (above === 'coordinates' || (above === 'geometry' && this.#key === 'coordinates')) return 'coordinates'
    return 'other'
  }

  #open(part: Part): void {
    this.#parts.push(part)
    if (part === 'root') {
      this.#roots++
      this.#hasFeatures = false
      this.#rootType = ''
    }
    if (part === 'root' || part === 'feature') this.#current = emptyFeature()
    if (part === 'features') this.#hasFeatures = true
    if (part === 'coordinates') this.#current.builder.open()
  }

  #close(): void {
    const part = this.#parts.pop()
    if (part === 'coordinates') this.#current.builder.close()
    if (part === 'feature') this.#emit()
    if (part !== 'root') {
      if (this.#parts.length === 0) throw notFeatures('')
      return
    }
    if (this.#hasFeatures) return
    if (this.#rootType !== 'Feature') throw notFeatures(this.#rootType)
    this.#emit()
  }

  #value(value: string | number | boolean | null): void {
    const part = this.#parts.at(-1)
    const current = this.#current
    if (part === 'coordinates') {
      if (typeof value === 'number') current.builder.number(value)
      else current.builder.other()
    } else if (part === 'properties') {
      if (typeof value === 'number' || (typeof value === 'string' && value.length <= MAX_VALUE)) {
        current.properties[this.#key] = String(value)
      }
    } else if (part === 'geometry' && this.#key === 'type') current.geometryType = String(value)
    else if (part === 'root' && this.#key === 'type') this.#rootType = String(value)
    else if ((part === 'root' || part === 'feature') && this.#key === 'id' && value !== null) {
      current.id = String(value).slice(0, MAX_VALUE)
    }
  }

  #emit(): void {
    const { properties, id, geometryType, builder } = this.#current
    this.features++
    const withId = id === undefined || 'id' in properties ? properties : { ...properties, id }
    this.done.push({
      place: `fitur ${this.features}`,
      properties: withId,
      geometryType,
      geometry: geometryType === '' ? null : builder.finish(),
    })
    this.#current = emptyFeature()
  }
}

function emptyFeature() {
  const properties: Record<string, string> = {}
  return { properties, id: undefined as string | undefined, geometryType: '', builder: new RingBuilder() }
}
