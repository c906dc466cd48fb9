import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Pdf } from './document'
import { unpackWoff } from './woff'

const files = {
  serif: 'source-serif-4/files/source-serif-4-#-400-normal.woff',
  serifBold: 'source-serif-4/files/source-serif-4-#-600-normal.woff',
  serifItalic: 'source-serif-4/files/source-serif-4-#-400-italic.woff',
  sans: 'source-sans-3/files/source-sans-3-#-400-normal.woff',
  sansBold: 'source-sans-3/files/source-sans-3-#-600-normal.woff',
  sansItalic: 'source-sans-3/files/source-sans-3-#-400-italic.woff',
} as const
export type Face = keyof typeof files
type Subset = 'latin' | 'latin-ext'

export interface Style {
  face: Face
  /** In points. */
  size: number
  color: string
  /** Extra space between letters, in points. */
  tracking?: number
}

/** Distance of one baseline to the next, in sizes. */
const LEADING = 1.28

/** What the fonts draw: each file holds one part of the alphabet (checked against the glyphs of both families). */
const inLatin =
  /[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2122]/
const inLatinExt =
  /[\u0100-\u012b\u012e-\u0130\u0134-\u0151\u0154-\u0165\u0168-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e6\u01e7\u01f8\u01f9\u0218-\u021b\u0237\u0259\u1e0c-\u1e0f\u1e20\u1e21\u1e24\u1e25\u1e36-\u1e3b\u1e42-\u1e49\u1e5a-\u1e63\u1e6c-\u1e6f\u1e80-\u1e85\u1e8e\u1e8f\u1e92\u1e93\u1e97\u1ef2-\u1ef9]/

/** The text as the fonts can draw it: letters lose an accent that is not there, what is left over (emoji, other scripts) is dropped. */
export function printable(text: string): string {
  // A line's end is no letter of a font, yet it parts two words.
  const kept = [...text.normalize('NFC').replace(/\s/g, ' ')].map((char) => {
    if (isKnown(char)) return char
    return [...char.normalize('NFKD')].filter(isKnown).join('')
  })
  return kept.join('').replace(/ +/g, ' ').trim()
}

function isKnown(char: string): boolean {
  return char.length === 1 && (inLatin.test(char) || inLatinExt.test(char))
}

export type Typesetter = ReturnType<typeof openTypesetter>

/** Sets lines of text in the embedded fonts, each character in the file that holds it. */
export function openTypesetter(doc: Pdf) {
  function use(face: Face, subset: Subset, size: number): Pdf {
    const name = `${face} ${subset}`
    return doc.registerFont(name, fontFile(face, subset)).font(name, size)
  }

  function width(text: string, { face, size, tracking = 0 }: Style): number {
    return runsOf(text).reduce(
      (sum, run) => sum + use(face, run.subset, size).widthOfString(run.text) + tracking * run.text.length,
      -tracking,
    )
  }

  /** Lines that are no wider than `limit`, broken at spaces, and inside a word only where one word is wider than that. */
  function wrap(text: string, style: Style, limit: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(' ')) {
      const joined = line ? `${line} ${word}` : word
      if (width(joined, style) <= limit) {
        line = joined
        continue
      }
      if (line) lines.push(line)
      line = word
      while (width(line, style) > limit && line.length > 1) {
        const length = fitting(line, style, limit)
        lines.push(line.slice(0, length))
        line = line.slice(length)
      }
    }
    return line ? [...lines, line] : lines
  }

  /** The most characters of a long word that stay within `limit`, at least one. */
  function fitting(word: string, style: Style, limit: number): number {
    let length = 1
    while (length < word.length && width(word.slice(0, length + 1), style) <= limit) length++
    return length
  }

  /** Lines and the size at which they number at most `most`; at `smallest` what is still too much ends in an ellipsis. */
  function fit(
    text: string,
    style: Style,
    limit: number,
    most: number,
    smallest: number,
  ): { lines: string[]; style: Style } {
    for (let size = style.size; ; size = Math.max(smallest, size - 0.5)) {
      const sized = { ...style, size }
      const lines = wrap(text, sized, limit)
      if (lines.length <= most) return { lines, style: sized }
      if (size === smallest) {
        const last = lines[most - 1] ?? ''
        const room = limit - width('…', sized)
        return {
          lines: [...lines.slice(0, most - 1), `${last.slice(0, fitting(last, sized, room))}…`],
          style: sized,
        }
      }
    }
  }

  /** Draws one line with its baseline at `y`; `x` is its left edge, centre or right edge. */
  function line(
    text: string,
    x: number,
    y: number,
    style: Style,
    align: 'left' | 'center' | 'right' = 'left',
  ): void {
    const full = width(text, style)
    let at = align === 'left' ? x : align === 'center' ? x - full / 2 : x - full
    for (const run of runsOf(text)) {
      use(style.face, run.subset, style.size)
        .fillColor(style.color)
        .text(run.text, at, y, {
          lineBreak: false,
          baseline: 'alphabetic',
          characterSpacing: style.tracking ?? 0,
        })
      at += width(run.text, style) + (style.tracking ?? 0)
    }
  }

  return { width, wrap, fit, line, leading: (style: Style) => style.size * LEADING }
}

function runsOf(text: string): { text: string; subset: Subset }[] {
  const runs: { text: string; subset: Subset }[] = []
  for (const char of text) {
    const subset: Subset = inLatin.test(char) ? 'latin' : 'latin-ext'
    const last = runs.at(-1)
    if (last?.subset === subset) last.text += char
    else runs.push({ text: char, subset })
  }
  return runs
}

const require = createRequire(import.meta.url)
const loaded = new Map<string, Buffer>()

/** A font's bytes, read and unpacked once. */
function fontFile(face: Face, subset: Subset): Buffer {
  const path = `@fontsource/${files[face].replace('#', subset)}`
  const bytes = loaded.get(path) ?? unpackWoff(readFileSync(require.resolve(path)))
  loaded.set(path, bytes)
  return bytes
}
